import { hashOf } from './hash.ts'

/** A Merkle tree of RFC 6962 section 2.1; `levels[0]` are the leaf hashes, the last level is the root alone. */
export type MerkleTree = { readonly levels: readonly (readonly Uint8Array[])[] }

// RFC 6962: leaves and nodes are hashed apart, so that nobody can pass off a node as a leaf.
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The tree over at least one leaf. */
export function merkleTree(leaves: readonly Uint8Array[]): MerkleTree {
  const levels: Uint8Array[][] = [leaves.map(leafHash)]
  for (let level = levels[0] ?? []; level.length > 1; ) {
    level = parentsOf(level)
    levels.push(level)
  }
  return { levels }
}

export function rootOf({ levels }: MerkleTree): Uint8Array {
  const root = levels.at(-1)?.[0]
  if (!root) throw new RangeError('A tree has at least one leaf')
  return root
}

/** The audit path of RFC 6962 section 2.1.1, from the leaf upwards. */
export function auditPath({ levels }: MerkleTree, leafIndex: number): readonly Uint8Array[] {
  return levels.flatMap((level, height) => {
    const sibling = level[(leafIndex >> height) ^ 1]
    return sibling ? [sibling] : []
  })
}

export type Inclusion = {
  readonly leaf: Uint8Array
  readonly leafIndex: number
  readonly treeSize: number
  readonly path: readonly Uint8Array[]
}

/** The root that this leaf at this place leads to (RFC 9162 section 2.1.3.2), or null where the path does not fit the tree. */
export function rootFrom({ leaf, leafIndex, treeSize, path }: Inclusion): Uint8Array | null {
  if (leafIndex >= treeSize) return null
  let [index, last, hash] = [leafIndex, treeSize - 1, leafHash(leaf)]
  for (const sibling of path) {
    if (last === 0) return null
    const isRight = index % 2 === 1
    hash = isRight || index === last ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
    // The last node of an odd level has no sibling there: it rises until it is a right child.
    while (!isRight && index === last && index !== 0 && index % 2 === 0)
      [index, last] = [index >> 1, last >> 1]
    ;[index, last] = [index >> 1, last >> 1]
  }
  return last === 0 ? hash : null
}

function parentsOf(level: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = []
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]]
    if (left) parents.push(right ? nodeHash(left, right) : left)
  }
  return parents
}

function leafHash(leaf: Uint8Array): Uint8Array {
  return hashOf(LEAF, leaf)
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hashOf(NODE, left, right)
}
