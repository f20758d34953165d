import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesToHex, hexToBytes } from './hash.ts'
import { auditPath, merkleTree, rootFrom, rootOf } from './merkle.ts'

// The eight inputs that Certificate Transparency's reference implementation is tested with.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hexToBytes)

test.each([
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('RFC 6962: the tree over %i leaves has the known root', (count, root) => {
  expect(bytesToHex(rootOf(merkleTree(LEAVES.slice(0, count))))).toBe(root)
})

const anyTree = fc
  .tuple(fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 }), fc.nat())
  .map(([leaves, pick]) => ({ leaves, leafIndex: pick % leaves.length }))

test('RFC 6962: every leaf proves itself, and neither another leaf, place nor size does', () => {
  fc.assert(
    fc.property(anyTree, ({ leaves, leafIndex }) => {
      const tree = merkleTree(leaves)
      const path = auditPath(tree, leafIndex)
      const proof = { leaf: leaves[leafIndex] ?? new Uint8Array(), leafIndex, treeSize: leaves.length, path }
      const root = bytesToHex(rootOf(tree))
      const leadsTo = (change: object) => {
        const hash = rootFrom({ ...proof, ...change })
        return hash && bytesToHex(hash)
      }
      expect(leadsTo({})).toBe(root)
      expect(leadsTo({ leaf: Uint8Array.of(...proof.leaf, 1) })).not.toBe(root)
      expect(leadsTo({ path: [...path, new Uint8Array(32)] })).not.toBe(root)
      expect(leadsTo({ leafIndex: leaves.length })).toBeNull()
      if (path.length > 0) expect(leadsTo({ path: path.slice(1) })).not.toBe(root)
    }),
  )
})
