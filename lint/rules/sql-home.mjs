import { pathOf, report } from './at.mjs'

const ELSEWHERE = /^(services\/[^/]+\/src\/(?!store\/)|gateway\/[^/]+\/src\/)(?!.*\.test\.ts$)/
const BUILDERS = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'selectNoFrom',
])
const message = 'SQL lives in store/, where its locks are written beside it.'

/** A service's SQL stands in its `store/`, whether it is written as text or built. */
export const sqlHome = {
  create(context) {
    if (!ELSEWHERE.test(pathOf(context))) return {}
    return {
      TaggedTemplateExpression(node) {
        if (node.tag.name === 'sql') report(context, node, message)
      },
      CallExpression(node) {
        if (BUILDERS.has(node.callee.property?.name)) report(context, node, message)
      },
    }
  },
}
