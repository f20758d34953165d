import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ZwaveNode } from './node.ts'

type Driver = {
  readonly controller: { readonly nodes: { readonly get: (id: number) => ZwaveNode | undefined } }
  readonly once: (event: 'all nodes ready', listener: () => void) => unknown
  readonly on: (event: 'error', listener: (err: unknown) => void) => unknown
  readonly start: () => Promise<void>
  readonly destroy: () => Promise<void>
}
type Library = { readonly Driver: new (port: string, options: object) => Driver }

/** Without it the library deletes every code of a lock that is not in its cache, which a new memory card empties. */
export const NEVER_WIPE = { interview: { queryAllUserCodes: true } }

export type NetworkOptions = {
  readonly home: string
  readonly port: string
  readonly cacheDir: string
  readonly keys: Readonly<Record<string, Uint8Array>>
  readonly onFault: () => void
}
export type Network = { readonly node: (id: number) => ZwaveNode | undefined } & AsyncDisposable

/** The site's Z-Wave network, once every node of it has been met. */
export async function openNetwork({ home, port, cacheDir, keys, onFault }: NetworkOptions): Promise<Network> {
  const { Driver } = await libraryIn(home)
  const driver = new Driver(port, {
    ...NEVER_WIPE,
    storage: { cacheDir },
    securityKeys: keys,
    logConfig: { enabled: false },
  })
  driver.on('error', onFault)
  const ready = new Promise<void>(resolve => void driver.once('all nodes ready', resolve))
  await driver.start()
  await ready
  return {
    node: id => driver.controller.nodes.get(id),
    [Symbol.asyncDispose]: () => driver.destroy(),
  }
}

async function libraryIn(home: string): Promise<Library> {
  const found = createRequire(path.join(home, 'index.js')).resolve('zwave-js')
  const loaded: unknown = await import(pathToFileURL(found).href)
  if (isLibrary(loaded)) return loaded
  throw new Error('ZWAVE_HOME holds no zwave-js')
}

function isLibrary(loaded: unknown): loaded is Library {
  return (
    typeof loaded === 'object' && loaded !== null && 'Driver' in loaded && typeof loaded.Driver === 'function'
  )
}
