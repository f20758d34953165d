import { z } from 'zod'
import { request } from '../define.ts'
import { PersonId } from '../ids.ts'

/** V11: entries of a person that are not decided yet. */
export const weighEntrant = request('lottery.call.weigh-entrant.v1', {
  input: z.object({ personId: PersonId }),
  output: z.object({ entries: z.int() }),
  refusals: {},
})
