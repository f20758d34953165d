import { pathOf, report } from './at.mjs'

const CLOCK_ROOMS =
  /^(libs\/service|libs\/servers|libs\/testkit|town|deploy|lint|bench|load-tests)\/|\.test\.ts$|\/tests\//
const DOMAIN = /^(services\/[^/]+\/src\/domain|libs\/calendar\/src)\//
const clockMessage = 'One clock decides: the database’s. Take the time as an argument, or from libs/service.'
const pureMessage = 'Domain code is pure: no clock, chance, I/O or await.'

/** Who may read a clock, and what domain code may not touch. oxlint has no rule for a bare `new Date()`. */
export const clock = {
  create(context) {
    const file = pathOf(context)
    if (CLOCK_ROOMS.test(file)) return {}
    const pure = DOMAIN.test(file) && !file.endsWith('.test.ts')
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(context, node, clockMessage)
      },
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name}`
        if (name === 'Date.now' || name === 'Temporal.Now') report(context, node, clockMessage)
        if (pure && (name === 'Math.random' || node.object.name === 'process'))
          report(context, node, pureMessage)
      },
      Identifier(node) {
        if (pure && ['fetch', 'setTimeout', 'setInterval', 'crypto'].includes(node.name))
          report(context, node, pureMessage)
      },
      AwaitExpression(node) {
        if (pure) report(context, node, pureMessage)
      },
    }
  },
}
