import { visibleName } from './compared-text.ts'

export type Member = { readonly name: string; readonly birthDate: string }

/** G1: warn from three of five on; a city's own figure has no place in its policy yet. */
const SHARED = { members: 3, of: 5 } as const

/** G1: everybody of a group once, the representative first, whether or not the list repeats them. */
export function wholeRoster(representative: Member, others: readonly Member[]): readonly Member[] {
  const { name, birthDate } = representative
  const byPerson = Map.groupBy([{ name, birthDate }, ...others], personOf)
  return [...byPerson.values()].flatMap(same => same.slice(0, 1))
}

/** G1: whether two groups are mostly the same people, measured on the smaller one. */
export function shareMost(shared: number, smaller: number): boolean {
  return shared > 0 && shared * SHARED.of >= smaller * SHARED.members
}

function personOf({ name, birthDate }: Member): string {
  return `${birthDate} ${visibleName(name)}`
}
