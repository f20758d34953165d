import type { PointRules } from '@asaichi/contract/catalog/points.ts'

/** What the numbers of a city's rule are called in the texts. */
export function meaning({ countedDays, bannedAt, banDays }: PointRules) {
  return { days: countedDays, number: bannedAt, ban: banDays }
}
