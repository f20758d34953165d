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

/** Ports nobody listens on, from blocks of this process alone: what is free here is still free when its server starts. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = []
  while (found.length < count) {
    const port = await nextPort()
    if (await isFree(port)) found.push(port)
  }
  return found
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  if (port === undefined) throw new Error('No free port left')
  return port
}

const ports: number[] = []

async function nextPort(): Promise<number> {
  for (;;) {
    const port = ports.shift()
    if (port !== undefined) return port
    ports.push(...(await claimBlock()))
  }
}

/** A process keeps a block by listening on its first port for the rest of its life, so two that look at once never meet. */
async function claimBlock(): Promise<readonly number[]> {
  for (let step = 0; step < BLOCKS; step++) {
    const first = FREE_FROM + ((process.pid + step) % BLOCKS) * BLOCK
    const keeper = await listenOn(first)
    if (!keeper) continue
    keeper.unref()
    return Array.from({ length: BLOCK - 1 }, (_, index) => first + 1 + index)
  }
  throw new Error(`Other processes keep all ports from ${FREE_FROM} to ${FREE_FROM + BLOCKS * BLOCK - 1}`)
}

async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port)
  server?.close()
  return server !== undefined
}

async function listenOn(port: number): Promise<net.Server | undefined> {
  const server = net.createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  } catch {
    server.close()
    return undefined
  }
}
