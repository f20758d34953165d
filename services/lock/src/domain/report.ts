import type { CodeProof, CodeReport, CodeResult } from '@asaichi/contract/lock/code-report.ts'
import type { Code } from './desired-set.ts'

/** A mark no honest gateway reaches; a higher one is not followed, so that it cannot exhaust the numbers. */
const MARK_MAX = 1_000_000_000

export type Mark = { readonly epoch: number; readonly rev: number; readonly digest: string | null }

/**
 * Where a mark told by a gateway or a lock stands to ours. `ahead` proves that our database lost history, because a set is
 * committed before it is published; a new epoch then outranks whatever was told.
 */
export function standingOf(told: Mark, ours: Mark): 'same' | 'behind' | 'ahead' {
  if (told.rev > MARK_MAX || told.epoch > MARK_MAX) return 'behind'
  if (told.epoch !== ours.epoch) return told.epoch > ours.epoch ? 'ahead' : 'behind'
  if (told.rev !== ours.rev) return told.rev > ours.rev ? 'ahead' : 'behind'
  return told.digest === ours.digest ? 'same' : 'ahead'
}

/** What the lock said of a code last; null where it does not work on it. */
export type Told = {
  readonly isOnLock: boolean
  readonly result: CodeResult | null
  readonly proof: CodeProof | null
  /** Of `waiting`: when the code will be on the lock. */
  readonly dueAt: string | null
}
export type ReportedCode = Code &
  Told & {
    /** When the lock first reported it. */
    readonly confirmedAt: string | null
  }
export type Change = Told & { readonly codeId: string; readonly news: 'on-lock' | 'gone' | 'none' }

type Report = {
  /** The set the lock works on; 0 is the empty lock. */
  readonly rev: number
  readonly results: readonly CodeReport[]
  readonly now: string
}

/**
 * What a lock's report changes (V5). A code is on the lock only where its own row says `stored`: a lock may work on a set and
 * refuse one of its codes. One that has left the set is gone when no row tells of it. Codes for which nothing changes are left out.
 */
export function readReport(codes: readonly ReportedCode[], { rev, results, now }: Report): readonly Change[] {
  const rows = new Map(results.map(row => [row.id, row]))
  return codes.flatMap(code => {
    const row = rows.get(code.codeId)
    const told = toldOf(code, { rev, row })
    const isGone = hasLeft(code, rev) && row === undefined && (code.isRevoked || code.to <= now)
    const isNew = told.isOnLock && code.confirmedAt === null
    if (isSame(told, code) && !isGone && !isNew) return []
    return [{ codeId: code.codeId, ...told, news: isGone ? 'gone' : isNew ? 'on-lock' : 'none' }]
  })
}

function toldOf(
  code: Code,
  { rev, row }: { readonly rev: number; readonly row: CodeReport | undefined },
): Told {
  const isItsWork = contains(code, rev)
  const isOnLock = row?.result === 'stored' && (isItsWork || hasLeft(code, rev))
  return {
    isOnLock,
    result: isItsWork ? (row?.result ?? 'unconfirmed') : null,
    proof: isOnLock ? (row?.proof ?? null) : null,
    dueAt: isItsWork && row?.result === 'waiting' ? (row.dueAt ?? null) : null,
  }
}

function isSame(one: Told, other: Told): boolean {
  return (
    one.isOnLock === other.isOnLock &&
    one.result === other.result &&
    one.proof === other.proof &&
    one.dueAt === other.dueAt
  )
}

function contains({ revIn, revOut }: Code, rev: number): boolean {
  return rev > 0 && revIn !== null && revIn <= rev && (revOut === null || rev < revOut)
}

function hasLeft({ revOut }: Code, rev: number): boolean {
  return revOut !== null && (rev === 0 || revOut <= rev)
}
