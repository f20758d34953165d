import type { PinRule } from '@asaichi/contract/lock/lock-about.ts'

/** The digits that a lock takes. */
export type PinFormat = { readonly min: number; readonly max: number; readonly rules: readonly PinRule[] }
/** The digits to draw. */
export type DigitsWanted = { readonly length: number; readonly rules: readonly PinRule[] }

/** As the city wishes, as near as all of these locks take it; undefined where there is nothing that all of them take. */
export function commonDigits(length: number, formats: readonly PinFormat[]): DigitsWanted | undefined {
  const shortest = Math.max(...formats.map(({ min }) => min))
  const longest = Math.min(...formats.map(({ max }) => max))
  if (shortest > longest) return undefined
  const rules = [...new Set(formats.flatMap(format => format.rules))]
  return { length: Math.min(Math.max(length, shortest), longest), rules }
}

export function obeys(digits: string, rules: readonly PinRule[]): boolean {
  return rules.every(rule => {
    switch (rule) {
      case 'no-zero':
        return !digits.includes('0')
      case 'not-starting-12':
        return !digits.startsWith('12')
    }
  })
}
