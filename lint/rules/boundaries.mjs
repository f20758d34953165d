import path from 'node:path'
import { pathOf, report } from './at.mjs'

const SERVICES = '(identity|catalog|reservation|lottery|notification|lock)'
const EDGES = '(gateway-api|gateway-lock|gateway-web|bridge-[^/]+|town|city|deploy|bench|load-tests)'
/** The libraries that a page may carry to a phone. */
const FOR_PAGES = '(calendar|contract|draw|wording|gateway-api)'
const TEST = '(?!.*\\.test\\.ts$)'

/**
 * Each line: a folder, the imports it must not have, and why. `values` lets types alone through; `hono/html` is no HTTP, but a
 * template that escapes what is put in.
 */
const BOUNDARIES = [
  {
    where: `services/[^/]+/src/domain/${TEST}`,
    what: '(\\.\\./|node:|@nats-io/|hono(?!/html$)|pg$|kysely|@asaichi/(bus|store|service|testkit))',
    why: 'domain is pure',
  },
  {
    where: 'services/[^/]+/src/store/',
    what: '(\\.\\./(verbs|bus|main)|@nats-io/|hono|@asaichi/testkit)',
    why: 'store is below the verbs',
  },
  {
    where: 'services/[^/]+/src/(verbs|mails|about|languages)/',
    what: '(\\.\\./(bus|main)\\.ts|@nats-io/|hono|@asaichi/testkit)',
    why: 'verbs are below the edge',
  },
  {
    where: 'services/',
    what: `@asaichi/${SERVICES}(/|$)`,
    why: 'services know each other by contract alone',
  },
  {
    where: 'services/[^/]+/src/',
    what: `@asaichi/${EDGES}(/|$)`,
    why: 'a service knows nothing of who asks it',
  },
  {
    where: `libs/contract/src/${TEST}`,
    what: '(?!\\.|zod$)',
    why: 'the contract is zod only',
  },
  {
    where: `libs/wording/src/${TEST}`,
    what: '(?!\\.|@asaichi/contract/)',
    why: 'wording knows types of the contract alone',
  },
  {
    where: `libs/calendar/src/${TEST}`,
    what: '(?!\\.|@holiday-jp/|@asaichi/contract/)',
    why: 'the calendar is pure',
  },
  {
    where: 'libs/',
    what: `@asaichi/(${SERVICES}|${EDGES})(/|$)`,
    why: 'libraries know nothing of who uses them',
  },
  {
    where: 'gateway/api/src/',
    what: `(pg|kysely|@nats-io/|@asaichi/(store|lock-protocol|town|${SERVICES})(/|$))`,
    why: 'the front door has no rules and no SQL',
  },
  {
    where: 'gateway/lock/src/',
    what: `(pg|kysely|@nats-io/|@asaichi/(store|bus|town|gateway-api|${SERVICES})(/|$))`,
    why: 'a site reaches the city by MQTT alone',
  },
  {
    where: 'bridge/[^/]+/src/',
    what: `(pg|kysely|@nats-io/|@asaichi/(store|bus|town|gateway-|${SERVICES})(/|$))`,
    why: 'a bridge reaches the city by its gateway alone',
  },
  {
    where: `gateway/web/src/${TEST}`,
    what: `(node:|hono|@asaichi/(?!${FOR_PAGES}/))`,
    why: 'a page carries nothing of the servers',
  },
  {
    where: 'gateway/web/src/',
    what: '@asaichi/gateway-api',
    values: true,
    why: 'a page takes the API’s types and none of its code',
  },
  {
    where: '(?!(libs/bus|libs/testkit|libs/servers|town|city/tests)/)',
    what: '@nats-io/',
    why: 'libs/bus is the only importer of the NATS client',
  },
  {
    where: '(?!(gateway|town|bench|libs/testkit|libs/servers)/)',
    what: '(hono(?!/html$)|@hono)(/|$)',
    why: 'HTTP is the gateways’',
  },
].map(row => ({ ...row, where: new RegExp(`^${row.where}`), what: new RegExp(`^${row.what}`) }))

/** What the layers may import: dependencies point one way, and a workspace is entered by its package's name. */
export const boundaries = {
  create(context) {
    const file = pathOf(context)
    const rows = BOUNDARIES.filter(({ where }) => where.test(file))
    const home = workspaceOf(file)
    const look = node => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const isType = (node.importKind ?? node.exportKind) === 'type'
      const row = rows.find(({ what, values }) => what.test(source) && !(values && isType))
      if (row) report(context, node, `${source} may not be imported here: ${row.why} (README, rules).`)
      if (home !== undefined && source.startsWith('.') && !inside(home, file, source))
        report(context, node, `${source} leaves its workspace: import what lies outside by its package.`)
    }
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
      TSImportType: look,
    }
  },
}

function inside(home, file, source) {
  return path.posix.join(path.posix.dirname(file), source).startsWith(`${home}/`)
}

function workspaceOf(file) {
  return /^((?:libs|services|gateway|bridge)\/[^/]+|town|city|deploy|bench|load-tests|lint)\//.exec(file)?.[1]
}
