import { pathOf, report } from './at.mjs'

const message =
  'A plain insert into occupancies deadlocks in chains under contention: write on conflict … do nothing.'

/** The catalog's table of that name is a copy that nobody contends for; the lint's own tests plant what is forbidden. */
const ELSEWHERE = /^(services\/catalog|lint)\//

/** How occupancy is written. */
export const occupancyInsert = {
  create(context) {
    if (ELSEWHERE.test(pathOf(context))) return {}
    const look = (node, text) => {
      if (/insert\s+into\s+(\w+\.)?occupancies/i.test(text) && !/on\s+conflict/i.test(text))
        report(context, node, message)
    }
    return {
      TemplateLiteral(node) {
        look(node, node.quasis.map(quasi => quasi.value.raw).join('?'))
      },
      Literal(node) {
        if (typeof node.value === 'string') look(node, node.value)
      },
      CallExpression(node) {
        if (node.callee.property?.name === 'insertInto' && node.arguments[0]?.value === 'occupancies')
          report(context, node, message)
      },
    }
  },
}
