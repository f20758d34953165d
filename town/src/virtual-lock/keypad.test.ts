import { Key } from '@asaichi/contract/lock/keypad.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, closedKeypad, type Keypad, press, settle, unlock } from './keypad.ts'

const SECOND_MS = 1_000
const openKeypad = unlock(closedKeypad, 0)

/** Presses the keys one after another, a tenth of a second apart. */
function pressAll(
  keypad: Keypad,
  keys: readonly Key[],
  fromMs = 0,
): { keypad: Keypad; acts: readonly Act[] } {
  const acts: Act[] = []
  let now = keypad
  for (const [at, key] of keys.entries()) {
    const step = press(now, key, fromMs + at * 100)
    now = step.keypad
    if (step.act) acts.push(step.act)
  }
  return { keypad: now, acts }
}
const code: readonly Key[] = ['0', '6', '2', '9', '1', '5']

describe('M27: the keypad', () => {
  test('lights its digits after two presses of the square, not after one', () => {
    expect(pressAll(closedKeypad, ['square']).keypad.panel.status).toBe('armed')
    expect(pressAll(closedKeypad, ['square', 'square']).keypad.panel.status).toBe('lit')
  })

  test('takes the digits and E as an entry, leading zero included', () => {
    const { keypad, acts } = pressAll(closedKeypad, ['square', 'square', ...code, 'E'])
    expect(acts).toEqual([{ type: 'enter', digits: '062915' }])
    expect(keypad.panel.status).toBe('dark')
  })

  test('ignores digits and E while it is dark or only armed', () => {
    expect(pressAll(closedKeypad, [...code, 'E']).acts).toEqual([])
    expect(pressAll(closedKeypad, ['square', ...code, 'E']).acts).toEqual([])
  })

  test('locks an unlocked door by one press of the square', () => {
    const { keypad, acts } = pressAll(openKeypad, ['square'])
    expect(acts).toEqual([{ type: 'lock', by: 'button' }])
    expect(keypad.bolt.status).toBe('locked')
  })

  test('does not lock twice: the second press lights the digits', () => {
    const { keypad, acts } = pressAll(openKeypad, ['square', 'square'])
    expect(acts).toHaveLength(1)
    expect(keypad.panel.status).toBe('lit')
  })

  test('makes no entry of E alone', () => {
    const { keypad, acts } = pressAll(closedKeypad, ['square', 'square', 'E'])
    expect(acts).toEqual([])
    expect(keypad.panel.status).toBe('dark')
  })

  test('begins anew when the square is pressed in the middle', () => {
    const { acts } = pressAll(closedKeypad, ['square', 'square', '9', '9', 'square', ...code, 'E'])
    expect(acts).toEqual([{ type: 'enter', digits: '062915' }])
  })

  test('forgets a single press after three seconds', () => {
    const armed = pressAll(closedKeypad, ['square']).keypad
    expect(press(armed, 'square', 3 * SECOND_MS - 1).keypad.panel.status).toBe('lit')
    expect(press(armed, 'square', 3 * SECOND_MS).keypad.panel.status).toBe('armed')
  })

  test('goes dark ten seconds after the last key, and the digits are gone', () => {
    const { keypad } = pressAll(closedKeypad, ['square', 'square', '0', '6'])
    const { atMs } = keypad.panel.status === 'lit' ? keypad.panel : { atMs: 0 }
    expect(settle(keypad, 0, atMs + 10 * SECOND_MS - 1).keypad.panel.status).toBe('lit')
    const late = atMs + 10 * SECOND_MS
    expect(settle(keypad, 0, late).keypad.panel.status).toBe('dark')
    expect(pressAll(keypad, ['2', '9', 'E'], late).acts).toEqual([])
  })

  test('locks by itself where auto-lock is set, and only there', () => {
    expect(settle(openKeypad, 5 * SECOND_MS, 5 * SECOND_MS - 1).act).toBeUndefined()
    expect(settle(openKeypad, 5 * SECOND_MS, 5 * SECOND_MS)).toMatchObject({
      keypad: { bolt: { status: 'locked' } },
      act: { type: 'lock', by: 'auto' },
    })
    expect(settle(openKeypad, 0, 999 * SECOND_MS).keypad.bolt.status).toBe('unlocked')
  })

  test('property: no keys alone unlock the door, and an entry never grows past eleven digits', () => {
    const keys = fc.array(fc.constantFrom(...Key.options), { maxLength: 60 })
    fc.assert(
      fc.property(keys, pressed => {
        const { keypad, acts } = pressAll(closedKeypad, pressed)
        const entries = acts.flatMap(act => (act.type === 'enter' ? [act.digits] : []))
        return keypad.bolt.status === 'locked' && entries.every(each => /^\d{1,11}$/.test(each))
      }),
    )
  })
})
