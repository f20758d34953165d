import { once } from 'node:events'
import net from 'node:net'

export type NamedPort = { readonly port: number; readonly variable?: string }

// Below 32768, where Linux begins to hand out ports to outgoing connections.
const FREE_FROM = 20_000
const BLOCK = 100
const BLOCKS = 120

export class PortTakenError extends Error {
  override name = 'PortTakenError'
}

/** Refuses with one line that says what to change when another program listens on the port. */
export async function requireFreePort(owner: string, { port, variable }: NamedPort): Promise<void> {
  if (await isFree(port)) return
  const cure = variable === undefined ? 'Choose another port' : `Set ${variable} to a free port`
  throw new PortTakenError(
    `Port ${port} for ${owner} is taken by another program. ${cure}, or end that program.`,
  )
}

const given = new Set<number>()

/** Ports nobody listens on; each process looks in a block of its own, so that parallel tests do not meet. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = []
  for (const port of candidates()) {
    if (found.length === count) break
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    found.push(port)
  }
  return found
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  if (port === undefined) throw new Error('No free port left')
  return port
}

function* candidates(): Generator<number> {
  const first = (process.pid % BLOCKS) * BLOCK
  for (let step = 0; step < BLOCKS * BLOCK; step++) yield FREE_FROM + ((first + step) % (BLOCKS * BLOCK))
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
