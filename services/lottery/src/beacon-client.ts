import type { DrawBeacon, DrawCommitment } from '@asaichi/contract/lottery/draw-bundle.ts'
import { isSigned, randomnessOf } from '@asaichi/draw/beacon.ts'
import { z } from 'zod'

type Drand = Extract<DrawBeacon, { kind: 'drand' }>
type Failure = Extract<DrawBeacon, { kind: 'fallback' }>['reason']
export type BeaconAnswer =
  | { readonly status: 'signed'; readonly beacon: Drand }
  | { readonly status: 'failed'; readonly reason: Failure }
export type AskBeacon = (commitment: DrawCommitment) => Promise<BeaconAnswer>

const DEADLINE_MS = 3_000
const MOST_BYTES = 16_384

const DrandRound = z.object({
  round: z.int(),
  signature: z.string().regex(/^[0-9a-f]{96}$/),
})

/**
 * Asks a drand node for the committed round. Nothing it says is believed but its signature: another round's, or one of another
 * key, is no answer, so it does not matter who runs the node or what stands between (A69, F37).
 */
export function beaconClient(url: string): AskBeacon {
  const base = url.replace(/\/+$/, '')
  return async ({ chain, beaconRound }) => {
    const text = await read(`${base}/${chain.hash}/public/${beaconRound}`)
    if (text === undefined) return { status: 'failed', reason: 'unreachable' }
    const { round, signature } = parse(text) ?? {}
    if (
      round !== beaconRound ||
      signature === undefined ||
      !isSigned(beaconRound, signature, chain.publicKey)
    )
      return { status: 'failed', reason: 'signature-not-valid' }
    const randomness = randomnessOf(signature)
    return { status: 'signed', beacon: { kind: 'drand', round, signature, randomness } }
  }
}

async function read(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
      headers: { accept: 'application/json' },
    })
    if (response.ok) return await bounded(response)
    await response.body?.cancel()
  } catch {
    // Not there, too slow, or cut off: all the same to the draw.
  }
  return undefined
}

async function bounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): z.output<typeof DrandRound> | undefined {
  try {
    return DrandRound.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
