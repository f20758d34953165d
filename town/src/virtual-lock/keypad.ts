import type { Key } from '@asaichi/contract/lock/keypad.ts'

const SECOND_PRESS_MS = 3_000
const LIT_MS = 10_000
// One more than the longest code, so that a longer entry is wrong and still bounded.
const DIGITS_MAX = 11

export type Panel =
  | { readonly status: 'dark' }
  | { readonly status: 'armed'; readonly atMs: number }
  | { readonly status: 'lit'; readonly digits: string; readonly atMs: number }
export type Keypad = {
  readonly bolt: { readonly status: 'locked' } | { readonly status: 'unlocked'; readonly atMs: number }
  readonly panel: Panel
}
export type Act =
  | { readonly type: 'lock'; readonly by: 'button' | 'auto' }
  | { readonly type: 'enter'; readonly digits: string }
export type Step = { readonly keypad: Keypad; readonly act?: Act }

export const closedKeypad: Keypad = { bolt: { status: 'locked' }, panel: { status: 'dark' } }

/** M27: the square twice lights the digits, a code and E make an entry, and one press of the square locks from outside. */
export function press(keypad: Keypad, key: Key, atMs: number): Step {
  const now = darkened(keypad, atMs)
  if (key === 'square') return pressSquare(now, atMs)
  if (now.panel.status !== 'lit') return { keypad: now }
  const { digits } = now.panel
  if (key !== 'E')
    return { keypad: { ...now, panel: { status: 'lit', digits: (digits + key).slice(0, DIGITS_MAX), atMs } } }
  const keypadAfter: Keypad = { ...now, panel: { status: 'dark' } }
  return digits === '' ? { keypad: keypadAfter } : { keypad: keypadAfter, act: { type: 'enter', digits } }
}

/** The bolt after a code that opens. */
export function unlock(keypad: Keypad, atMs: number): Keypad {
  return { ...keypad, bolt: { status: 'unlocked', atMs } }
}

/** What the passing of time does: the digits go dark, and the bolt locks itself where that is set (0 = never). */
export function settle(keypad: Keypad, autoLockMs: number, atMs: number): Step {
  const now = darkened(keypad, atMs)
  if (autoLockMs === 0 || now.bolt.status === 'locked' || atMs < now.bolt.atMs + autoLockMs)
    return { keypad: now }
  return { keypad: { ...now, bolt: { status: 'locked' } }, act: { type: 'lock', by: 'auto' } }
}

function pressSquare(keypad: Keypad, atMs: number): Step {
  if (keypad.panel.status !== 'dark') return { keypad: { ...keypad, panel: lit(atMs) } }
  const armed: Keypad = { bolt: { status: 'locked' }, panel: { status: 'armed', atMs } }
  return keypad.bolt.status === 'unlocked'
    ? { keypad: armed, act: { type: 'lock', by: 'button' } }
    : { keypad: armed }
}

// A third press begins the entry anew: what was typed is gone.
function lit(atMs: number): Panel {
  return { status: 'lit', digits: '', atMs }
}

function darkened(keypad: Keypad, atMs: number): Keypad {
  const { panel } = keypad
  if (panel.status === 'dark') return keypad
  const lastsMs = panel.status === 'armed' ? SECOND_PRESS_MS : LIT_MS
  return atMs < panel.atMs + lastsMs ? keypad : { ...keypad, panel: { status: 'dark' } }
}
