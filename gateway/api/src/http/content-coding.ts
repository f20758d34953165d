import { weightsOf } from './weights.ts'

export type Coding = 'br' | 'gzip'

/** The best of the offered codings that `Accept-Encoding` allows, or undefined for the bytes as they are (RFC 9110 12.5.3). */
export function bestCoding(
  acceptEncoding: string | undefined,
  offered: readonly Coding[],
): Coding | undefined {
  const weights = weightsOf(acceptEncoding ?? '')
  return offered.find(coding => (weights.get(coding) ?? weights.get('*') ?? 0) > 0)
}
