import type { Happened, Held } from '../radio.ts'

export type Stick = { readonly destroy: () => void }
export type MockedPort = { readonly mockPort: object; readonly serial: object }
export type ZwaveLock = {
  readonly held: () => ReadonlyMap<number, Held>
  readonly reach: (isOn: boolean) => void
  readonly say: (happened: Happened) => Promise<void>
}
export type ZwaveLockOptions = {
  readonly id: number
  readonly version: 1 | 2
  readonly places: number
  /** A code that stood on it before us. */
  readonly foreign?: { readonly slot: number; readonly digits: string }
}
export function createStick(home: string, port: MockedPort): Promise<Stick>
export function addLock(home: string, stick: Stick, options: ZwaveLockOptions): Promise<ZwaveLock>
export function libraryIn(home: string, name: string): Promise<object>
