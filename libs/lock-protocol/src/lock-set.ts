import {
  type ClockQuality,
  type DenialReason,
  type Desired,
  isAlwaysAllowed,
  type Reported,
  type SetRefusal,
} from '@asaichi/contract/lock/topics.ts'
import { type DigestEntry, setDigest } from './digest.ts'
import { keyedHash, openCode } from './envelope.ts'

export type SetMark = Pick<Desired, 'rev' | 'epoch' | 'digest'>
export type ApplyDecision =
  | { readonly status: 'apply' }
  | { readonly status: 'same' }
  | { readonly status: 'refused'; readonly reason: SetRefusal }

/** Whether a set may replace the current one. Revisions only grow within an epoch, epochs only grow. */
export function applyDesired(current: SetMark | undefined, desired: SetMark): ApplyDecision {
  if (!current || desired.epoch > current.epoch) return { status: 'apply' }
  if (desired.epoch < current.epoch) return { status: 'refused', reason: 'older-epoch' }
  if (desired.rev > current.rev) return { status: 'apply' }
  if (desired.rev < current.rev) return { status: 'refused', reason: 'older-rev' }
  return desired.digest === current.digest
    ? { status: 'same' }
    : { status: 'refused', reason: 'digest-conflict' }
}

/** A set as the lock holds it while running: keyed hashes, no digits. */
export type OpenedSet = SetMark & {
  readonly notAfter: string
  readonly codes: readonly DigestEntry[]
  readonly results: Reported['results']
}

/** Opens every code of a set and computes its digest; a caller must refuse a set whose digest is not the declared one. */
export function openDesired(identity: LockIdentity, desired: Desired): OpenedSet {
  const { epoch, rev, notAfter } = desired
  const opened = desired.codes.map(code => openOne(identity, epoch, code))
  const codes = opened.flatMap(each => (each.entry ? [each.entry] : []))
  const results = opened.map(({ id, result }) => ({ id, result }))
  return { rev, epoch, notAfter, codes, results, digest: setDigest(codes) }
}
export type LockIdentity = { readonly lockId: string; readonly key: Uint8Array }

type OpenedCode = Reported['results'][number] & { readonly entry?: DigestEntry }

function openOne({ lockId, key }: LockIdentity, epoch: number, code: Desired['codes'][number]): OpenedCode {
  const { id, kind, windows } = code
  const digits = openCode(key, { lockId, epoch, codeId: id }, code.ct)
  if (digits === undefined) return { id, result: 'unreadable' }
  if (!/^\d+$/.test(digits) || digits.length !== code.len) return { id, result: 'bad-format' }
  return { id, result: 'stored', entry: { id, kind, windows, hash: keyedHash(key, digits) } }
}

export type Verdict =
  | { readonly status: 'open'; readonly code: DigestEntry }
  | { readonly status: 'denied'; readonly reason: DenialReason; readonly codeId?: string }

export type Entry = {
  /** Keyed hash of the digits typed. */
  readonly hash: string
  readonly now: string
  readonly clock: ClockQuality
  /** Allowance for the lock's own clock error at both edges; 0 opens at 09:00:00 and not at 08:59:59. */
  readonly toleranceMs?: number
}

/** What a keypad answers to an entry. Windows are half-open: `from` opens, `to` does not. */
export function judge(set: Pick<OpenedSet, 'codes' | 'notAfter'> | undefined, entry: Entry): Verdict {
  const verdicts = (set?.codes ?? [])
    .filter(code => code.hash === entry.hash)
    .map(code => judgeCode(code, set?.notAfter ?? '', entry))
  return verdicts.toSorted((one, other) => rankOf(one) - rankOf(other))[0] ?? denied('unknown')
}

function judgeCode(code: DigestEntry, notAfter: string, entry: Entry): Verdict {
  const allowedAlways = isAlwaysAllowed(code.kind)
  if (entry.clock === 'unknown')
    return allowedAlways ? { status: 'open', code } : denied('clock-unknown', code)
  if (entry.now >= notAfter && !allowedAlways) return denied('ended', code)
  if (code.windows.length === 0) return { status: 'open', code }
  const tolerance = entry.toleranceMs ?? 0
  const at = Date.parse(entry.now)
  const isOpen = code.windows.some(
    ({ from, to }) => Date.parse(from) - tolerance <= at && at < Date.parse(to) + tolerance,
  )
  if (isOpen) return { status: 'open', code }
  return denied(code.windows.some(({ from }) => at < Date.parse(from)) ? 'not-yet' : 'ended', code)
}

function denied(reason: DenialReason, code?: DigestEntry): Verdict {
  return code ? { status: 'denied', reason, codeId: code.id } : { status: 'denied', reason }
}

function rankOf(verdict: Verdict): number {
  if (verdict.status === 'open') return 0
  return verdict.reason === 'not-yet' ? 1 : 2
}
