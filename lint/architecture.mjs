// The architecture as lint rules: what the layers may import, who may read a clock, and how occupancy is written.
// oxlint has no rule for a bare `new Date()` nor for words inside SQL, so these three live here.

const CLOCK_ROOMS =
  /(^|\/)(libs\/service|libs\/servers|libs\/testkit|town|lint|bench|load-tests)\/|\.test\.ts$|\/tests\//
const DOMAIN = /(^|\/)(services\/[^/]+\/src\/domain|libs\/calendar\/src)\//

const clock = {
  create(context) {
    const file = relative(context.filename)
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
const clockMessage = 'One clock decides: the database’s. Take the time as an argument, or from libs/service.'
const pureMessage = 'Domain code is pure: no clock, chance, I/O or await.'

/** Each line: a folder, and the imports it must not have. `hono/html` is no HTTP, but a template that escapes what is put in. */
const BOUNDARIES = [
  [
    /(^|\/)services\/[^/]+\/src\/domain\/(?!.*\.test\.ts$)/,
    /^(\.\.\/|node:|@nats-io\/|hono(?!\/html$)|pg$|kysely|@asaichi\/(bus|store|service|testkit))/,
  ],
  [/(^|\/)services\/[^/]+\/src\/store\//, /^(\.\.\/(verbs|bus|main)|@nats-io\/|hono|@asaichi\/testkit)/],
  [
    /(^|\/)services\/[^/]+\/src\/(verbs|mails|about|languages)\//,
    /^(\.\.\/(bus|main)\.ts|@nats-io\/|hono|@asaichi\/testkit)/,
  ],
  [/(^|\/)libs\/contract\/src\/(?!.*\.test\.ts$)/, /^(?!\.|zod$)/],
  [/(^|\/)libs\/wording\/src\/(?!.*\.test\.ts$)/, /^(?!\.|@asaichi\/contract\/)/],
  [/(^|\/)libs\/calendar\/src\/(?!.*\.test\.ts$)/, /^(?!\.|@holiday-jp\/|@asaichi\/contract\/)/],
  [
    /(^|\/)gateway\/api\/src\//,
    /^(pg|kysely|@nats-io\/|@asaichi\/(store|identity|catalog|reservation|lottery|notification|lock))/,
  ],
  [/^(?!(.*\/)?(libs\/bus|libs\/testkit|libs\/servers|town)\/)/, /^@nats-io\//],
  [/^(?!(.*\/)?(gateway|town|bench|libs\/testkit|libs\/servers)\/)/, /^(hono(?!\/html$)|@hono)(\/|$)/],
  [/(^|\/)services\/([^/]+)\/src\//, /^\.\.\/\.\.\/\.\.\//],
]

const boundaries = {
  create(context) {
    const file = relative(context.filename)
    const forbidden = BOUNDARIES.filter(([where]) => where.test(file)).map(([, what]) => what)
    const look = node => {
      const source = node.source?.value
      const rule = typeof source === 'string' && forbidden.find(what => what.test(source))
      if (rule)
        report(context, node, `${source} may not be imported here: the layers point one way (README, rules).`)
    }
    return { ImportDeclaration: look, ExportNamedDeclaration: look, ExportAllDeclaration: look }
  },
}

const occupancyInsert = {
  create(context) {
    const look = (node, text) => {
      if (
        /insert\s+into\s+(\w+\.)?occupancies/i.test(text) &&
        !/on\s+conflict/i.test(text) &&
        !/services\/catalog\//.test(relative(context.filename))
      )
        report(
          context,
          node,
          'A plain insert into occupancies deadlocks in chains under contention: write on conflict … do nothing.',
        )
    }
    return {
      TemplateLiteral(node) {
        look(node, node.quasis.map(quasi => quasi.value.raw).join('?'))
      },
      Literal(node) {
        if (typeof node.value === 'string') look(node, node.value)
      },
      CallExpression(node) {
        if (
          node.callee.property?.name === 'insertInto' &&
          node.arguments[0]?.value === 'occupancies' &&
          !/services\/catalog\//.test(relative(context.filename))
        )
          report(
            context,
            node,
            'Occupancy is written by store/occupancies.ts in SQL with on conflict … do nothing.',
          )
      },
    }
  },
}

function relative(filename) {
  return filename.replace(`${process.cwd()}/`, '')
}

function report(context, node, message) {
  context.report({ node, message })
}

export default {
  meta: { name: 'architecture' },
  rules: { clock, boundaries, 'occupancy-insert': occupancyInsert },
}
