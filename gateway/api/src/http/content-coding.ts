export type Coding = 'br' | 'gzip'

/** The best of the offered codings that `Accept-Encoding` allows, or undefined for the bytes as they are (RFC 9110 12.5.3). */
export function bestCoding(
  acceptEncoding: string | undefined,
  offered: readonly Coding[],
): Coding | undefined {
  const weights = new Map((acceptEncoding ?? '').split(',').map(weightOf))
  return offered.find(coding => (weights.get(coding) ?? weights.get('*') ?? 0) > 0)
}

function weightOf(item: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = item.split(';').map(part => part.trim().toLowerCase())
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? '1'
  return [coding, Number(weight)]
}
