import type { TaxLine } from '@asaichi/contract/reservation/money.ts'

type Part = { readonly percent: number; readonly yen: number }

/**
 * M14: a qualified invoice (適格請求書) names for each rate what is charged with the tax in it, and that tax, rounded once for the
 * rate and not for each part. Always down, as most cities do; the highest rate first.
 */
export function taxLines(parts: readonly Part[]): readonly TaxLine[] {
  return [...Map.groupBy(parts, part => part.percent)]
    .map(([percent, same]) => {
      const yen = same.reduce((sum, part) => sum + part.yen, 0)
      return { percent, yen, taxYen: Math.floor((yen * percent) / (100 + percent)) }
    })
    .sort((one, other) => other.percent - one.percent)
}
