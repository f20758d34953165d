import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request } from '../define.ts'
import { MemberNumber, PersonId } from '../ids.ts'

/** T1, T3, T4, V2: who the ids on a staff screen are. Strangers to the actor's city are left out; the order is of no meaning. */
export const listNames = request('identity.call.list-names.v1', {
  input: z.object({ actor: Actor, personIds: z.array(PersonId).min(1).max(100) }),
  output: z.object({
    items: z.array(
      z.object({ personId: PersonId, name: z.string(), kana: z.string(), memberNumber: MemberNumber }),
    ),
  }),
  refusals: { 'not-allowed': bare },
})
