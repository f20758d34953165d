import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { openLetter as request } from '@asaichi/contract/notification/mails.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { MAILS } from '../mails/all.ts'
import { isTooLate } from '../mails/mail.ts'
import { findSignature } from '../store/cities.ts'
import { dropLetter, findLetter } from '../store/letters.ts'
import { tellAct } from './tell-act.ts'

type Tools = Pick<Context, 'db' | 'bus' | 'clock' | 'publicUrl'>

/** W6: the mail as a letter, for who has no mail. That staff looked is told before the words leave (V4), for they may hold door codes. */
export async function openLetter(
  { db, bus, clock, publicUrl }: Tools,
  { actor, mailId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const key = { mailId, cityId: actor.cityId }
  const found = await findLetter(db, key)
  if (!found) return refuse('not-found')
  const { status, personId } = found
  if ((status !== 'to-tell' && status !== 'told') || personId === null) return refuse('nothing-to-tell')
  const prepared = await MAILS.get(found.kind)?.prepare(bus.call, found)
  const city = await findSignature(db, actor.cityId)
  if (prepared?.status === 'dropped') {
    await dropLetter(db, key, prepared.reason)
    return refuse('nothing-to-tell')
  }
  if (prepared?.status !== 'ready' || !city) return refuse('not-ready')
  if (isTooLate(prepared, clock.now())) {
    await dropLetter(db, key, 'too late to tell')
    return refuse('nothing-to-tell')
  }
  await db.transaction().execute(tx => tellAct(tx, { actor, act: 'open-letter', mailId, personId }))
  const { name, language } = prepared.recipient
  const { subject, text } = prepared.writeLetter({ city, name, publicUrl })
  return done({ mailId, personId, name, language, subject, text, status })
}
