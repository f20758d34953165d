import { addMs } from '@asaichi/calendar/instant.ts'
import type { PinRule } from '@asaichi/contract/lock/lock-about.ts'
import type { Capabilities, Refusal } from '../driver.ts'
import type { Known, Setback } from './known.ts'
import { isOpenAt, isOver, startOf, type Wanted } from './wanted.ts'

const HOUR_MS = 3_600_000
/** Stored but off this long before its start, so that a duplicate or a full lock shows by day and not at the door. */
export const LEAD_MS = 24 * HOUR_MS
/** From here on a code may take the places that are kept back. */
export const NEAR_MS = 3 * HOUR_MS

/** What is to become of a code that has no place on the lock. */
export type Placing =
  | { readonly status: 'place'; readonly isNear: boolean }
  | { readonly status: 'wait'; readonly until: string | null }
  | { readonly status: 'refused'; readonly reason: Exclude<Refusal, 'unknown'> }

export type Setting = {
  readonly known: Known
  readonly capabilities: Capabilities
  readonly now: string
}

export function placingOf(code: Wanted, setting: Setting): Placing {
  const { known, capabilities, now } = setting
  if (isOver(code, now)) return { status: 'wait', until: null }
  if (!fits(code.digits, capabilities.pin)) return { status: 'refused', reason: 'bad-format' }
  const setback = setbackOf(code, known.ledger.setbacks)
  if (setback && (setback.notBefore === null || now < setback.notBefore))
    return setback.reason === 'unknown'
      ? { status: 'wait', until: setback.notBefore }
      : { status: 'refused', reason: setback.reason }
  if (isTaken(code, known)) return { status: 'refused', reason: 'duplicate' }
  const start = startOf(code, now)
  const due = dueAt(code, setting)
  if (now < due) return { status: 'wait', until: due }
  return { status: 'place', isNear: start === '' || addMs(start, -NEAR_MS) <= now }
}

/** When a code should be written, on a lock that has room. */
function dueAt(code: Wanted, { capabilities, now }: Setting): string {
  const start = startOf(code, now)
  if (start === '' || isOpenAt(code, now)) return ''
  switch (capabilities.timing) {
    case 'lock':
      return ''
    case 'switch':
      return addMs(start, -LEAD_MS)
    case 'add-delete':
      return start
  }
}

/** A change of the digits makes it another code. */
function setbackOf(code: Pick<Wanted, 'codeId' | 'hash'>, setbacks: readonly Setback[]) {
  return setbacks.find(({ codeId, hash }) => codeId === code.codeId && hash === code.hash)
}

/** Another code of the lock has these digits, as far as the lock shows them or we wrote them. */
function isTaken({ codeId, hash }: Wanted, { ledger, seen }: Known): boolean {
  if (ledger.entries.some(entry => entry.hash === hash && entry.codeId !== codeId)) return true
  const ours = new Set(ledger.entries.map(({ slot }) => slot))
  return [...(seen?.values() ?? [])].some(
    view => view.status === 'taken' && view.hash === hash && !ours.has(view.slot),
  )
}

function fits(digits: string, { min, max, rules }: Capabilities['pin']): boolean {
  return /^\d+$/.test(digits) && digits.length >= min && digits.length <= max && rules.every(keeps(digits))
}

function keeps(digits: string): (rule: PinRule) => boolean {
  return rule => {
    switch (rule) {
      case 'no-zero':
        return !digits.includes('0')
      case 'not-starting-12':
        return !digits.startsWith('12')
    }
  }
}

/** Places that were seen empty and that nothing of ours waits for; from the top, because a keypad's own menu fills from the bottom. */
export function freePlaces({ ledger, seen }: Known): readonly number[] {
  const ours = new Set(ledger.entries.map(({ slot }) => slot))
  return [...(seen?.values() ?? [])]
    .filter(({ slot, status }) => status === 'empty' && !ours.has(slot))
    .map(({ slot }) => slot)
    .toSorted((one, other) => other - one)
}

/** Kept back for what comes at short notice: a tenth, two at least, and never the whole lock. */
export function reserveOf({ slots }: Pick<Capabilities, 'slots'>): number {
  return Math.min(Math.max(2, Math.ceil(slots.count / 10)), Math.max(0, slots.count - 1))
}

/** Where a code goes: not where it was refused last, if there is a choice. */
export function choosePlace(free: readonly number[], code: Wanted, { ledger }: Known): number | undefined {
  const refusedIn = setbackOf(code, ledger.setbacks)?.slot
  return free.find(slot => slot !== refusedIn) ?? free[0]
}

/** A change of this code was not taken, and it is not yet time to try again. */
export function isHeldBack(
  code: Pick<Wanted, 'codeId' | 'hash'>,
  { known: { ledger }, now }: Pick<Setting, 'known' | 'now'>,
): boolean {
  const notBefore = setbackOf(code, ledger.setbacks)?.notBefore
  return notBefore != null && now < notBefore
}
