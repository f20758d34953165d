import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser of the screens' tests: `CHROMIUM`, else the one on the PATH, as town/setup/chromium.mjs obtains it. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(path.isAbsolute)
  const found = NAMES.flatMap(name => folders.map(folder => path.join(folder, name))).find(isExecutable)
  if (found === undefined)
    throw new Error('No Chromium: run node town/setup.mjs --with chromium, which obtains it or says how to.')
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
