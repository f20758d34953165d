/** The part of a node of zwave-js that a driver uses; the library is loaded from where the site installed it. */
export type ZwaveNode = {
  readonly id: number
  readonly isFrequentListening: string | boolean
  readonly canSleep: boolean
  readonly firmwareVersion: string | undefined
  readonly supportsCC: (cc: number) => boolean
  readonly getCCVersion: (cc: number) => number
  readonly ping: () => Promise<boolean>
  readonly commandClasses: { readonly 'User Code': UserCodes }
  readonly on: (event: NodeEvent, listener: (...told: readonly unknown[]) => void) => unknown
}
type NodeEvent = 'alive' | 'dead' | 'wake up' | 'notification'

export type UserCodes = {
  readonly getUsersCount: () => Promise<number | undefined>
  readonly get: (
    user: number,
  ) => Promise<{ readonly userIdStatus: number; readonly userCode: string | Uint8Array } | undefined>
  /** What the lock answers where it takes supervised commands; undefined says nothing. */
  readonly set: (user: number, status: number, code: string) => Promise<Supervised>
  readonly clear: (user: number) => Promise<Supervised>
}
type Supervised = { readonly status: number } | undefined
