import type { HeadcountRules } from '@asaichi/contract/catalog/headcount.ts'
import type { HeadcountReport, HeadcountUse } from '@asaichi/contract/reservation/use-report.ts'

/** Uses of a venue in a month that are over. */
export type OverIn = Omit<HeadcountUse, 'people' | 'kinds'>
/** What was written of one kind for them. */
export type CountedKind = Pick<HeadcountUse, 'venueId' | 'month'> & {
  readonly kindId: string
  readonly name: string
  readonly people: number
}

type Facts = {
  readonly over: readonly OverIn[]
  readonly kinds: readonly CountedKind[]
  readonly rules: HeadcountRules | undefined
}

/** T11, G15: a line for each venue and month; undefined where nobody is asked and nothing was written. */
export function headcountsTold({ over, kinds: counted, rules }: Facts): HeadcountReport | undefined {
  if (!rules && counted.length === 0) return undefined
  const asked = (rules?.kinds ?? []).map(({ kindId, name }) => ({ kindId, name }))
  const former = new Map(counted.map(({ kindId, name }) => [kindId, { kindId, name }]))
  for (const { kindId } of asked) former.delete(kindId)
  const ofLine = Map.groupBy(counted, lineOf)
  return {
    kinds: [...asked, ...former.values()],
    venues: over.map(line => {
      const kinds = (ofLine.get(lineOf(line)) ?? []).map(({ kindId, people }) => ({ kindId, people }))
      return { ...line, people: kinds.reduce((sum, { people }) => sum + people, 0), kinds }
    }),
  }
}

function lineOf({ venueId, month }: Pick<HeadcountUse, 'venueId' | 'month'>): string {
  return `${month} ${venueId}`
}
