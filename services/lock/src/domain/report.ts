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

export type ReportedCode = Code & {
  readonly isOnLock: boolean
  /** When the lock first reported it. */
  readonly confirmedAt: string | null
}
export type Change = {
  readonly codeId: string
  readonly isOnLock: boolean
  readonly news: 'on-lock' | 'gone' | 'none'
}

/** What a lock's word that it has applied `rev` changes; 0 is the empty lock. Codes for which nothing changes are left out. */
export function readReport(
  codes: readonly ReportedCode[],
  report: { readonly rev: number; readonly now: string },
): readonly Change[] {
  return codes.flatMap(code => {
    const isOnLock = contains(code, report.rev)
    const isGone = hasLeft(code, report.rev) && (code.isRevoked || code.to <= report.now)
    const isNew = isOnLock && code.confirmedAt === null
    if (isOnLock === code.isOnLock && !isGone && !isNew) return []
    return [{ codeId: code.codeId, isOnLock, news: isGone ? 'gone' : isNew ? 'on-lock' : 'none' }]
  })
}

function contains({ revIn, revOut }: Code, rev: number): boolean {
  return rev > 0 && revIn !== null && revIn <= rev && (revOut === null || rev < revOut)
}

function hasLeft({ revOut }: Code, rev: number): boolean {
  return revOut !== null && (rev === 0 || revOut <= rev)
}
