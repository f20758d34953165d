import { type Document, isMap, isNode, isPair, isScalar, isSeq } from 'yaml'

/** Where a path begins in the text: at its key, or, where it is not there, at the last part of it that is. */
export function placeIn(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let place = 0
  for (const part of path) {
    if (isSeq(node)) {
      node = typeof part === 'number' ? node.items[part] : undefined
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      if (pair && isNode(pair.key)) place = pair.key.range?.[0] ?? place
      node = pair?.value
      continue
    } else break
    if (isNode(node) && !isPair(node)) place = node.range?.[0] ?? place
  }
  return place
}
