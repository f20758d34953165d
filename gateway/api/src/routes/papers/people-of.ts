import type { Call } from '@asaichi/bus/call.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { listNames } from '@asaichi/contract/identity/staff.ts'

/** As many as `listNames` answers at once. */
const AT_ONCE = 100

/** T4: names and telephone numbers of all these people, who are told that they were looked at (V4). */
export async function peopleOf(call: Call, actor: Actor, personIds: readonly string[]) {
  const people: Extract<OutcomeOf<typeof listNames>, { ok: true }>['value']['items'] = []
  for (let from = 0; from < personIds.length; from += AT_ONCE) {
    const some = personIds.slice(from, from + AT_ONCE)
    const names = await call(listNames, { actor, personIds: some, phones: true })
    if (!names.ok) return names
    people.push(...names.value.items)
  }
  return done(people)
}
