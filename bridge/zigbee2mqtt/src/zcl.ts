/** The door lock's attributes that say what it can hold (Zigbee Cluster Library, 0x0101). */
export const ATTRIBUTES = { pinUsers: 0x12, longest: 0x17, shortest: 0x18 } as const

const GLOBAL = 0
const DEFAULT_RESPONSE = 0x0b
const UNSUPPORTED = [0x81, 0x82]

export type Frame =
  /** The answer of the cluster's own command. */
  | { readonly of: 'lock'; readonly payload: Uint8Array }
  | { readonly of: 'attributes'; readonly payload: Uint8Array }
  /** The lock does not know the command, or says no more than a number. */
  | { readonly of: 'default'; readonly isUnsupported: boolean; readonly status: number }

/** A whole frame as it came over the air: control, sequence, command, payload; two bytes more where a maker's code stands. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  const [control = 0] = bytes
  const header = (control & 0x04) === 0 ? 3 : 5
  if (bytes.length < header) return undefined
  const command = bytes[header - 1]
  const payload = bytes.subarray(header)
  if ((control & 0x03) !== GLOBAL) return { of: 'lock', payload }
  if (command !== DEFAULT_RESPONSE) return { of: 'attributes', payload }
  const status = payload[1] ?? 0
  return { of: 'default', isUnsupported: UNSUPPORTED.includes(status), status }
}

/** Whole numbers of one or two bytes by attribute; what the lock does not have is left out. */
export function readAttributes(payload: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const found = new Map<number, number>()
  for (let at = 0; at + 3 <= payload.length; ) {
    const id = view.getUint16(at, true)
    if (view.getUint8(at + 2) !== 0) {
      at += 3
      continue
    }
    const width = widthOf(payload[at + 3])
    if (width === undefined || at + 4 + width > payload.length) return found
    found.set(id, width === 2 ? view.getUint16(at + 4, true) : view.getUint8(at + 4))
    at += 4 + width
  }
  return found
}

function widthOf(type: number | undefined): 1 | 2 | undefined {
  if (type === 0x20 || type === 0x30) return 1
  return type === 0x21 ? 2 : undefined
}
