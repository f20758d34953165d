import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** The file's path from the root of the repository. */
export function pathOf(context) {
  return path.relative(root, context.filename).replaceAll(path.sep, '/')
}

export function report(context, node, message) {
  context.report({ node, message })
}
