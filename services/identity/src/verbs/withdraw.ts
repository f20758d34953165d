import { randomUUID } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import { done, type Outcome, type OutcomeOf, type RefusalOf, refuse } from '@asaichi/contract/define.ts'
import { personWithdrawn, type withdraw as request } from '@asaichi/contract/identity/own-data.ts'
import { weighEntrant } from '@asaichi/contract/lottery/own-data.ts'
import { weighPerson } from '@asaichi/contract/reservation/own-data.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { endHelpsOf } from '../store/password-helps.ts'
import { closePermissions } from '../store/permissions.ts'
import { isStaffAnywhere, lockPerson, savePassword } from '../store/persons.ts'
import { erasePerson, insertWithdrawal, isWithdrawn } from '../store/withdrawals.ts'
import { tellPermissions } from './change-permission.ts'
import { endSessions } from './end-sessions.ts'
import { stepUp } from './step-up.ts'

type Refusal = RefusalOf<(typeof request)['refusals']>

/**
 * V11: 退会. Reservation and lottery are asked first what still waits, outside of the transaction; what slips in between is ended by
 * the fact. Pressed twice, the second press has no session any more.
 */
export async function withdraw(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { db, passwords } = context
  const { personId, cityId } = input.actor
  const allowed = await stepUp(context, input)
  if (!allowed.ok) return allowed
  const free = await isFree(context, personId)
  if (!free.ok) return free
  const hashed = await passwords.hash(randomUUID())
  if (!hashed.ok) return hashed
  const withdrawalId = newId()
  return db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    if (await isWithdrawn(tx, personId)) return done({})
    if (await isStaffAnywhere(tx, personId)) return refuse('works-for-city')
    await insertWithdrawal(tx, { withdrawalId, personId, cityId })
    await endSessions(tx, personId)
    await endHelpsOf(tx, personId)
    await endChallengesOf(tx, personId)
    await erasePerson(tx, personId)
    // A password that nobody knows.
    await savePassword(tx, personId, hashed.value)
    // With the birth date gone, its effect in the others' copies goes too (M15).
    await tellPermissions(tx, await closePermissions(tx, personId))
    await recordAct(tx, input.actor, { act: 'withdraw', subjectId: personId })
    await emit(tx, personWithdrawn, {
      aggregateId: personId,
      version: 1,
      data: { withdrawalId, personId, cityId },
    })
    return done({})
  })
}

async function isFree({ db, bus }: Context, personId: string): Promise<Outcome<undefined, Refusal>> {
  if (await isStaffAnywhere(db, personId)) return refuse('works-for-city')
  const [booked, entered] = await Promise.all([
    bus.call(weighPerson, { personId }),
    bus.call(weighEntrant, { personId }),
  ])
  if (!booked.ok) return booked
  if (!entered.ok) return entered
  const { bookings, bills } = booked.value
  const { entries } = entered.value
  if (bookings > 0) return refuse('has-live-bookings', { count: bookings })
  if (entries > 0) return refuse('has-open-entries', { count: entries })
  if (bills > 0) return refuse('has-open-bills', { count: bills })
  return done(undefined)
}
