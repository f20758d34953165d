import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a person can act on: shown as its message alone. */
export class SetupError extends Error {}

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export function at(...names) {
  return path.join(root, ...names)
}

/** Where programs obtained for the town lie, beside those of the system. */
export const ownPrograms = at('.town', 'bin')

/** The program of that name on the PATH, or undefined. */
export function onPath(command) {
  return searchPath()
    .map(folder => path.join(folder, command))
    .find(isExecutable)
}

/** npm puts node_modules/.bin first on the PATH, and `npm ci` removes what lies there while it runs. */
export function searchPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.filter(folder => !folder.endsWith(path.join('node_modules', '.bin')))
}

export function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

export function isRoot() {
  return process.getuid() === 0
}

export function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
