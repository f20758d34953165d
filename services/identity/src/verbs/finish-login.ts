import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { deviceRemembered, type finishLogin as request } from '@asaichi/contract/identity/login.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { CODE_TRIES } from '../domain/limits.ts'
import { hasLoggedIn, recordAct } from '../store/audit.ts'
import { countTry, useChallenge } from '../store/challenges.ts'
import { rememberDevice } from '../store/known-devices.ts'
import { useHelp } from '../store/password-helps.ts'
import type { Tables } from '../store/schema.ts'
import { acceptFactor } from './accept-factor.ts'
import { noteRecoveryCode } from './note-recovery-code.ts'
import { openSession } from './open-session.ts'

/** M9: the try is counted before the code is looked at, and the challenge ends with the session's first row: of two right answers one wins. A temporary password is used up here (A34). Who stays logged in is known by this device from now on (V3). */
export async function finishLogin(
  { db, secrets, factors }: Context,
  { challengeId, code, stay, device }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const challenge = await countTry(tx, { challengeId, sessionId: null })
    if (!challenge) return refuse('code-not-valid')
    const accepted = await acceptFactor({ secrets, factors }, tx, { ...challenge, challengeId, code })
    if (accepted === 'wrong') return refuse('code-wrong', { triesLeft: CODE_TRIES - challenge.tries })
    await useChallenge(tx, challengeId)
    const { helpId } = challenge
    if (helpId !== null && !(await useHelp(tx, helpId))) return refuse('code-not-valid')
    const opened = await openSession(tx, { ...challenge, stays: stay })
    const { personId, role, cityId } = opened.session
    const isFirst = !(await hasLoggedIn(tx, personId))
    await recordAct(tx, { personId, role, cityId }, { act: 'log-in', subjectId: personId })
    if (accepted === 'recovery-code') await noteRecoveryCode(tx, { personId, role, cityId })
    if (!stay) return done(opened)
    const deviceId = secrets.deviceOf(device ?? '') ?? newId()
    const isNew = await rememberDevice(tx, { personId, deviceId })
    if (isNew && !isFirst) await tellNewDevice(tx, { personId, cityId })
    return done({ ...opened, device: secrets.deviceMark(deviceId) })
  })
}

/** Mail P. Who does not stay logged in is told by the code itself: that browser is nobody's device. */
async function tellNewDevice(
  tx: Transaction<Tables>,
  { personId, cityId }: { readonly personId: string; readonly cityId: string },
): Promise<void> {
  const loginId = newId()
  await emit(tx, deviceRemembered, {
    aggregateId: loginId,
    version: 1,
    data: { loginId, personId, cityId },
  })
}
