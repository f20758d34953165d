import type { Truth } from '@asaichi/lock-driver/contract/subject.ts'
import type { ZwaveNode } from '../src/node.ts'

export type SimulatedNode = {
  readonly node: ZwaveNode
  readonly truth: () => ReadonlyMap<number, Truth>
  readonly reach: (isOn: boolean) => Promise<void>
  readonly openAt: (slot: number) => Promise<void>
}
export type SimulatedNetwork = {
  /** A lock that shows its codes, and one that masks them. */
  readonly shows: SimulatedNode
  readonly masks: SimulatedNode
  readonly end: () => Promise<void>
}
export type SimulatedOptions = {
  readonly home: string
  readonly cacheDir: string
  readonly driverOptions: object
  readonly foreign: { readonly slot: number; readonly digits: string }
}
export function startSimulatedNetwork(options: SimulatedOptions): Promise<SimulatedNetwork>
