import { type DigitsWanted, obeys } from './pin-format.ts'

/** A uniform whole number in [0, below); the caller passes a cryptographic one. */
export type RandomInt = (below: number) => number

const TRIES_MAX = 1_000
const DISTINCT_MIN = 3

/** Digits nobody can guess from a habit: drawn evenly among those that are not weak and that the lock takes. */
export function drawDigits({ length, rules }: DigitsWanted, randomInt: RandomInt): string {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const digits = Array.from({ length }, () => randomInt(10)).join('')
    if (!isWeak(digits) && obeys(digits, rules)) return digits
  }
  throw new Error('the source of chance gave weak codes only')
}

/** What people try first: few distinct digits, runs, repeats, and in four digits a year or a day. A leading 0 gets lost when read aloud. */
export function isWeak(digits: string): boolean {
  return (
    digits.startsWith('0') ||
    new Set(digits).size < DISTINCT_MIN ||
    isRun(digits, 1) ||
    isRun(digits, 9) ||
    isRepeat(digits) ||
    /^(19|20)\d\d$/.test(digits) ||
    /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits)
  )
}

function isRun(digits: string, step: number): boolean {
  return Array.from(digits).every(
    (digit, at) => at === 0 || Number(digit) === (Number(digits[at - 1]) + step) % 10,
  )
}

function isRepeat(digits: string): boolean {
  return /^(\d+)\1+$/.test(digits)
}
