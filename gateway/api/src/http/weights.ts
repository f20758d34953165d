/** Each item of a header such as `Accept-Encoding`, in its order and in small letters, with its weight (RFC 9110 12.4.2). */
export function weightsOf(header: string): ReadonlyMap<string, number> {
  return new Map(header.split(',').map(weightOf))
}

function weightOf(item: string): readonly [name: string, weight: number] {
  const [name = '', ...parameters] = item.split(';').map(part => part.trim().toLowerCase())
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? '1'
  return [name, Number(weight)]
}
