import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { setLanguage as request } from '@asaichi/contract/identity/profile.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { saveLanguage } from '../store/persons.ts'

/** R19: mails follow the language of the pages. */
export async function setLanguage(
  { db }: Context,
  { actor, language }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  await saveLanguage(db, actor.personId, language)
  return done({ language })
}
