import { median, spread } from '../report/statistics.ts'
import { shown, textTable } from '../report/table.ts'

/** A figure as each build gave it, one number a turn; the turns of both stand side by side. */
export type Versus = {
  readonly figure: string
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
}
/** What one run of one build printed. */
export type Figures = ReadonlyMap<string, number>

/** Figures that both builds know, in our order. */
export function versusOf(
  turns: readonly { readonly ours: Figures; readonly theirs: Figures }[],
): readonly Versus[] {
  const names = [...(turns[0]?.ours.keys() ?? [])].filter(name => turns[0]?.theirs.has(name))
  const of = (build: 'ours' | 'theirs', name: string) => turns.flatMap(turn => turn[build].get(name) ?? [])
  return names.map(figure => ({ figure, ours: of('ours', figure), theirs: of('theirs', figure) }))
}

/** Both columns and their ratio: of the medians, and the least and most of the turns. */
export function versusTable(all: readonly Versus[], names: { readonly theirs: string }): string {
  const rows = all.map(({ figure, ours, theirs }) => {
    const ratios = ours.flatMap((own, turn) => own / (theirs[turn] ?? Number.NaN))
    const { least, most } = spread(ratios)
    const ratio = median(ours) / median(theirs)
    return [
      figure,
      shown(median(theirs)),
      shown(median(ours)),
      shown(ratio),
      `${shown(least)}–${shown(most)}`,
    ]
  })
  return textTable(['figure', names.theirs, 'this build', 'ratio', 'least–most'], rows)
}
