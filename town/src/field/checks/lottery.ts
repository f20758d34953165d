import type { Check } from '../check.ts'

/** Wishes, and what becomes of them at seven. */
export const lotteryChecks: readonly Check[] = []
