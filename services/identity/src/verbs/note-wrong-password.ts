import type { startLogin } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mailbox } from '../domain/compared-text.ts'
import { WRONG_TO_TELL } from '../domain/limits.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { recordStranger } from '../store/audit.ts'

/** V4: several wrong passwords within an hour are told to the person, once; counted for unknown names too, so that time tells nothing (A13). */
export async function noteWrongPassword(
  { db, secrets }: Context,
  { login, cityId }: z.output<(typeof startLogin)['input']>,
  personId: string | undefined,
): Promise<void> {
  const name = login.kind === 'mail' ? mailbox(login.mail) : login.memberNumber
  const { count } = await chargeAttempt(db, {
    bucket: secrets.bucket('wrong-login', login.kind, name),
    budget: WRONG_TO_TELL,
  })
  if (personId !== undefined && count === WRONG_TO_TELL.most)
    await recordStranger(db, { act: 'wrong-passwords', subjectId: personId, cityId })
}
