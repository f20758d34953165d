// Runs before anything is installed: plain JavaScript for Node 18 and later, no dependency.
// node town/setup.mjs [--with chromium] [--with k6] …: what `npm start` needs, and the named programs besides.
import { parseArgs } from 'node:util'
import { alone } from './setup/alone.mjs'
import { chromium } from './setup/chromium.mjs'
import { cluster, kubectl } from './setup/cluster.mjs'
import { ical4j } from './setup/ical4j.mjs'
import { icalendar } from './setup/icalendar.mjs'
import { k6 } from './setup/k6.mjs'
import { SetupError } from './setup/machine.mjs'
import { hasNats, obtainNats } from './setup/nats.mjs'
import { nodeRuns, repairNode } from './setup/node.mjs'
import { installPackages, packagesAreCurrent } from './setup/packages.mjs'
import { paho } from './setup/paho.mjs'
import { wrk } from './setup/wrk.mjs'
import { zigbee2mqtt } from './setup/zigbee2mqtt.mjs'
import { zwave } from './setup/zwave.mjs'

const TOOLS = new Map(
  Object.entries({ chromium, cluster, ical4j, icalendar, k6, kubectl, paho, wrk, zigbee2mqtt, zwave }),
)

try {
  requireLinuxX64()
  const tools = toolsAskedFor()
  if (!isSetUp(tools)) await alone(() => setUp(tools))
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
}

function requireLinuxX64() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `Asaichi is developed on Linux x64 (this is ${process.platform} ${process.arch}): use a container or a virtual machine.`,
    )
}

function toolsAskedFor() {
  const known = [...TOOLS.keys()].join(', ')
  try {
    const { values } = parseArgs({ options: { with: { type: 'string', multiple: true, default: [] } } })
    return values.with.map(name => TOOLS.get(name) ?? fail(`there is no tool ${name}`))
  } catch (error) {
    throw new SetupError(`Set-up not understood (${error.message}). --with takes one of: ${known}.`)
  }
}

function isSetUp(tools) {
  return packagesAreCurrent() && nodeRuns().ok && hasNats() && tools.every(tool => tool.has())
}

async function setUp(tools) {
  if (!packagesAreCurrent()) await installPackages()
  if (!nodeRuns().ok) await repairNode()
  if (!hasNats()) await obtainNats()
  for (const tool of tools) if (!tool.has()) await tool.obtain()
}

function fail(message) {
  throw new Error(message)
}
