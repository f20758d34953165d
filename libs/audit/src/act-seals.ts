import { canonical } from '@asaichi/draw/canonical.ts'
import { type Anchor, type AuditRow, GENESIS, sealRow, walkChain } from './chain.ts'

/** An act as the database has it: those of its columns that hold something. */
export type Act = Readonly<Record<string, unknown>>
/** What seals an act. `at` is the computer's time of the sealing. */
export type Seal = Pick<AuditRow, 'seq' | 'at' | 'previous' | 'hash'> & { readonly actSeq: number }
export type BrokenActs = {
  readonly status: 'broken'
  /** Whose number `seq` is. */
  readonly what: 'act' | 'seal'
  readonly seq: number
  readonly why: 'row-changed' | 'row-missing' | 'row-inserted' | 'not-as-anchored'
}
/** Acts without a seal by their numbers: there, or only known to have been there. */
type Rest = { readonly unsealed?: readonly number[]; readonly gone?: readonly number[] }
export type ActsVerdict = { readonly status: 'whole' } | BrokenActs

/** Far longer than any transaction may last. */
const LATE_MS = 10 * 60_000
const KIND = 'act'

export function sealAct(
  head: Anchor,
  { at, actSeq, act }: { readonly at: string; readonly actSeq: number; readonly act: Act },
): Seal {
  const { seq, previous, hash } = sealRow(head, { at, kind: KIND, data: act })
  return { seq, at, previous, hash, actSeq }
}

/**
 * V4: whether the acts are those that were sealed: none changed, removed, or put among them later. Takes all seals in their order,
 * each with its act as it is now, and then what has no seal. `lateMs` is for tests.
 */
export function walkSeals(anchors: readonly Anchor[], lateMs = LATE_MS) {
  const chain = walkChain(anchors)
  const order = walkOrder(lateMs)
  let head = GENESIS.hash
  return {
    next({ seal, act }: { readonly seal: Seal; readonly act: Act | undefined }): BrokenActs | undefined {
      if (!act) return broken('act', seal.actSeq, 'row-missing')
      const { actSeq, ...link } = seal
      const torn = chain.next({ ...link, kind: KIND, data: canonical(act) })
      if (torn?.why === 'row-changed' && seal.previous === head) return broken('act', actSeq, torn.why)
      if (torn) return broken('seal', torn.seq, torn.why)
      head = seal.hash
      return order.isInserted(seal) ? broken('act', actSeq, 'row-inserted') : undefined
    },
    end({ unsealed = [], gone = [] }: Rest = {}): ActsVerdict {
      const [missing] = gone
      if (missing !== undefined) return broken('act', missing, 'row-missing')
      const inserted = unsealed.find(actSeq => order.isPassed(actSeq))
      if (inserted !== undefined) return broken('act', inserted, 'row-inserted')
      const verdict = chain.end()
      return verdict.status === 'whole' ? verdict : broken('seal', verdict.seq, verdict.why)
    },
  }
}

/**
 * Acts of one moment are sealed in the order in which they are seen, so a lower number may come later, by the length of a
 * transaction. Whoever sealed since, and did not see it although higher ones were old by then, tells that it was not there.
 */
function walkOrder(lateMs: number) {
  const recent: { readonly at: number; most: number }[] = []
  let sealing = Number.NEGATIVE_INFINITY
  let passed = 0
  const pass = () => {
    for (let [first] = recent; first && first.at <= sealing - lateMs; [first] = recent) {
      passed = Math.max(passed, first.most)
      recent.shift()
    }
  }
  return {
    isInserted({ at, actSeq }: Seal): boolean {
      const now = Date.parse(at)
      if (now !== sealing) pass()
      sealing = now
      const last = recent.at(-1)
      if (last?.at === now) last.most = Math.max(last.most, actSeq)
      else recent.push({ at: now, most: actSeq })
      return actSeq < passed
    },
    isPassed(actSeq: number): boolean {
      pass()
      return actSeq < passed
    },
  }
}

function broken(what: BrokenActs['what'], seq: number, why: BrokenActs['why']): BrokenActs {
  return { status: 'broken', what, seq, why }
}
