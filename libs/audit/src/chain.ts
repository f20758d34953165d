import { canonical } from '@asaichi/draw/canonical.ts'
import { bytesToHex, hashOf, hexToBytes, utf8ToBytes } from '@asaichi/draw/hash.ts'

/** One line of the log. `hash` = SHA-256(previous as bytes ‖ canonical JSON of `{at, data, kind, seq}`), hex. */
export type AuditRow = {
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly data: string
  readonly previous: string
  readonly hash: string
}
/** A head that was copied out of the database's reach. */
export type Anchor = { readonly seq: number; readonly hash: string }
export type Broken = {
  readonly status: 'broken'
  readonly seq: number
  readonly why: 'row-changed' | 'row-missing' | 'not-as-anchored'
}
export type ChainVerdict = { readonly status: 'whole' } | Broken
/** Takes a log row by row, however long it is. */
type ChainWalk = {
  readonly next: (row: AuditRow) => Broken | undefined
  readonly end: () => ChainVerdict
}

export const GENESIS: Anchor = { seq: 0, hash: '0'.repeat(64) }

export function sealRow(
  head: Anchor,
  fact: { readonly at: string; readonly kind: string; readonly data: object },
): AuditRow {
  const row = {
    seq: head.seq + 1,
    at: fact.at,
    kind: fact.kind,
    data: canonical(fact.data),
    previous: head.hash,
  }
  return { ...row, hash: hashOfRow(row) }
}

/**
 * V4: whether nothing was edited, removed or moved since the anchors were copied out. The rows are the log from its beginning; a
 * chain that was made anew as a whole, or cut short, shows only against an anchor.
 */
export function verifyChain(rows: readonly AuditRow[], anchors: readonly Anchor[] = []): ChainVerdict {
  const walk = walkChain(anchors)
  for (const row of rows) {
    const broken = walk.next(row)
    if (broken) return broken
  }
  return walk.end()
}

/** The same row by row: the first break ends it, and what was copied out is compared at the end. */
export function walkChain(anchors: readonly Anchor[]): ChainWalk {
  const awaited = Map.groupBy(anchors, anchor => anchor.seq)
  let head = GENESIS
  let torn: number | undefined
  const compare = ({ seq, hash }: Anchor) => {
    if (awaited.get(seq)?.some(anchor => anchor.hash !== hash)) torn ??= seq
    awaited.delete(seq)
  }
  compare(GENESIS)
  return {
    next(row) {
      if (row.seq !== head.seq + 1) return { status: 'broken', seq: head.seq + 1, why: 'row-missing' }
      if (row.previous !== head.hash || hashOfRow(row) !== row.hash)
        return { status: 'broken', seq: row.seq, why: 'row-changed' }
      head = { seq: row.seq, hash: row.hash }
      compare(head)
      return undefined
    },
    end() {
      const [beyond] = [...awaited.keys()].toSorted((one, other) => one - other)
      const seq = torn ?? beyond
      return seq === undefined ? { status: 'whole' } : { status: 'broken', seq, why: 'not-as-anchored' }
    },
  }
}

function hashOfRow({ seq, at, kind, data, previous }: Omit<AuditRow, 'hash'>): string {
  return bytesToHex(hashOf(hexToBytes(previous), utf8ToBytes(canonical({ seq, at, kind, data }))))
}
