import { DRAW_VERSION, type DrawBeacon } from '@asaichi/contract/lottery/draw-bundle.ts'
import { bytesToHex, hashOf, hexToBytes, utf8ToBytes } from './hash.ts'

/** D17: SHA-256("draw-v1" ‖ root ‖ chance), hex. Never both beacon and secret: withholding one would be a choice between two outcomes. */
export function seedOf(root: string, beacon: DrawBeacon): string {
  return bytesToHex(hashOf(utf8ToBytes(DRAW_VERSION), hexToBytes(root), hexToBytes(chanceOf(beacon))))
}

/** What a commitment publishes of the fallback secret (hex in, hex out). */
export function fallbackHashOf(secret: string): string {
  return bytesToHex(hashOf(hexToBytes(secret)))
}

function chanceOf(beacon: DrawBeacon): string {
  switch (beacon.kind) {
    case 'drand':
      return beacon.randomness
    case 'fallback':
      return beacon.secret
  }
}
