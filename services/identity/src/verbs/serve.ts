import type { Actor } from '@asaichi/contract/actor.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { findPersonOfCity } from '../store/people.ts'
import { isStaffAnywhere, lockPerson } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'

type Asked = { readonly actor: Actor; readonly personId: string }

/** A76: staff help with the login of a resident of their own city, never with their own or with that of who works for a city. The person stays locked until all is done. */
export function serve<O>(
  db: Kysely<Tables>,
  asked: Asked,
  help: (tx: Transaction<Tables>, person: Served) => Promise<O>,
) {
  return db.transaction().execute(async tx => {
    const served = await mayServe(tx, asked)
    return served.ok ? await help(tx, served.value) : served
  })
}

type Served = NonNullable<Awaited<ReturnType<typeof findPersonOfCity>>>

async function mayServe(tx: Transaction<Tables>, { actor, personId }: Asked) {
  await lockPerson(tx, personId)
  if (actor.role === 'resident' || actor.personId === personId) return refuse('not-allowed')
  const person = await findPersonOfCity(tx, { personId, cityId: actor.cityId })
  // V11: nobody's login is left to help with.
  if (!person || person.withdrawnAt !== null) return refuse('not-found')
  return (await isStaffAnywhere(tx, personId)) ? refuse('not-allowed') : done(person)
}
