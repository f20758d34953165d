import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { confirmEnrolment as request } from '@asaichi/contract/identity/second-factor.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { ENROLMENT_TRIES, RECOVERY_CODES } from '../domain/limits.ts'
import { typedFromMail } from '../domain/password-help.ts'
import { stepOf } from '../domain/totp.ts'
import { newRecoveryCode } from '../secrets.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { lockPerson } from '../store/persons.ts'
import { enrolApp, lockOffered } from '../store/second-factors.ts'
import { tellFactor } from './tell-factor.ts'

/** M9: half a login by mail ends, for from now on it would be asked for another code. */
export async function confirmEnrolment(
  { db, secrets, factors }: Context,
  { actor, code }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId, cityId } = actor
  if (actor.role === 'resident') return refuse('not-allowed')
  const bucket = secrets.bucket('enrolment', personId)
  const spent = await chargeAttempt(db, { bucket, budget: ENROLMENT_TRIES })
  if (spent.count > ENROLMENT_TRIES.most)
    return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  return db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    await endChallengesOf(tx, personId)
    const offered = await lockOffered(tx, personId)
    if (!offered) return refuse('enrolment-not-begun')
    const nowMs = Date.parse(await townNow(tx))
    const step = stepOf(code, { secret: factors.open(offered, personId), nowMs, lastStep: 0 })
    if (step === undefined) return refuse('enrolment-code-wrong')
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
    const codeHashes = recoveryCodes.map(one => secrets.recoveryHash(personId, typedFromMail(one)))
    await enrolApp(tx, { personId, step, codeHashes })
    await recordAct(tx, actor, { act: 'enrol-second-factor', subjectId: personId })
    await tellFactor(tx, { personId, cityId, change: 'enrolled' })
    return done({ recoveryCodes })
  })
}
