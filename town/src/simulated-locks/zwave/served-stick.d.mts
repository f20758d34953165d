import type { Stick } from './locks.mjs'

export type ServedStick = { readonly stick: Stick; readonly end: () => Promise<void> }
export function serveStick(home: string, port: number): Promise<ServedStick>
