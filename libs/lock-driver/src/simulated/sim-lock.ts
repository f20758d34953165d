import type { LockWindow } from '@asaichi/contract/lock/topics.ts'
import type { Answer, Capabilities, SlotView, StoredCode } from '../driver.ts'

/** A lock as it stands at the door: what it holds is the truth, whatever anybody wrote down of it. */
export type SimLock = {
  readonly held: Map<number, StoredCode>
  readonly read: (slots: readonly number[] | undefined) => readonly SlotView[]
  readonly write: (slot: number, code: StoredCode) => Answer
  readonly adjust: (slot: number, code: StoredCode) => Answer
  readonly clear: (slot: number) => Answer
  readonly setTime: () => Answer
  readonly setByHand: (slot: number, digits: string) => boolean
  readonly resetToFactory: () => void
  /** The places whose code opens the door with these digits now. */
  readonly opensWith: (digits: string, now: string) => readonly number[]
}

export type SimOptions = {
  readonly capabilities: Capabilities
  /** Whether it says why it refuses. */
  readonly givesReasons: boolean
  /** Whether reading shows if a code is switched on. */
  readonly showsState: boolean
}

const done: Answer = { status: 'done' }

export function createSimLock({ capabilities, givesReasons, showsState }: SimOptions): SimLock {
  const { pin, timing, readback } = capabilities
  const held = new Map<number, StoredCode>()
  let knowsTime = false
  const all = placesOf(capabilities)
  const refused = (reason: 'duplicate' | 'bad-format' | 'no-room'): Answer => ({
    status: 'refused',
    reason: givesReasons ? reason : 'unknown',
  })
  const isDuplicate = (slot: number, digits: string) => isHeldBeside(held, slot, digits)
  const view = (slot: number): SlotView => {
    const code = held.get(slot)
    if (!code) return { slot, status: 'empty' }
    return {
      slot,
      status: 'taken',
      ...(readback === 'value' && { digits: code.digits }),
      ...(showsState && timing === 'switch' && { isOn: code.isOn }),
      ...(showsState && timing === 'lock' && { windows: code.windows }),
    }
  }
  return {
    held,
    read: wanted => (wanted ?? all).map(view),
    write(slot, code) {
      if (!all.includes(slot)) return refused('no-room')
      if (code.digits.length < pin.min || code.digits.length > pin.max) return refused('bad-format')
      if (isDuplicate(slot, code.digits)) return refused('duplicate')
      held.set(slot, code)
      return done
    },
    adjust(slot, { isOn, windows }) {
      const code = held.get(slot)
      if (!code) return { status: 'refused', reason: 'unknown' }
      held.set(slot, { ...code, isOn, windows })
      return done
    },
    clear(slot) {
      held.delete(slot)
      return done
    },
    setTime() {
      knowsTime = true
      return done
    },
    setByHand(slot, digits) {
      if (held.has(slot) || isDuplicate(slot, digits)) return false
      held.set(slot, { digits, isOn: true, windows: [] })
      return true
    },
    resetToFactory() {
      held.clear()
      knowsTime = false
    },
    opensWith: (digits, now) =>
      [...held].flatMap(([slot, code]) =>
        code.digits === digits && code.isOn && isOpen(code.windows, now, knowsTime) ? [slot] : [],
      ),
  }
}

function isOpen(windows: readonly LockWindow[], now: string, knowsTime: boolean): boolean {
  if (windows.length === 0) return true
  return knowsTime && windows.some(({ from, to }) => from <= now && now < to)
}

function placesOf({ slots }: Capabilities): readonly number[] {
  return Array.from({ length: slots.count }, (_, index) => slots.first + index)
}

function isHeldBeside(held: ReadonlyMap<number, StoredCode>, slot: number, digits: string): boolean {
  return [...held].some(([other, code]) => other !== slot && code.digits === digits)
}
