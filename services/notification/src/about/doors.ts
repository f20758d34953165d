import type { Call } from '@asaichi/bus/call.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import { type DoorCode, getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import type { z } from 'zod'
import { type Block, paragraph } from '../domain/letter.ts'
import { englishCodeSpan } from '../languages/english-time.ts'
import { codeSpan } from '../languages/japanese-time.ts'
import { type Gathered, notYet, overtaken } from '../mails/mail.ts'
import { KEYPAD_WORDS } from './keypad-words.ts'
import { gatherReservation, type ReservationFacts, type ReservationTopic } from './reservation.ts'

export type Door = Pick<z.output<typeof DoorCode>, 'doorName' | 'code' | 'from' | 'to'>
export type WithDoors = { readonly facts: ReservationFacts; readonly doors: readonly Door[] }

/** An approved reservation with the codes of its doors. */
export async function gatherWithDoors(
  call: Call,
  topic: z.output<typeof ReservationTopic>,
): Promise<Gathered<WithDoors>> {
  const gathered = await gatherReservation(call, topic)
  if (gathered.status !== 'ready') return gathered
  const { facts } = gathered
  // A cancelled booking's codes would send its owner to a closed door; mail K tells the rest.
  if (facts.status !== 'approved') return overtaken
  const doors = await doorsOf(call, facts)
  return doors ? { ...gathered, facts: { facts, doors } } : notYet('door codes not ready')
}

async function doorsOf(call: Call, facts: ReservationFacts): Promise<readonly Door[] | undefined> {
  const answer = await call(getDoorCodes, { reservationId: facts.reservationId, asker: 'mail' })
  if (answer.ok) return answer.value.doors
  return answer.refusal.code === 'not-found' && !facts.spaceHasDoor ? [] : undefined
}

/** A line per door (M26) and how the keypad is used (M27). */
export function keypadWords(
  facts: ReservationFacts,
  doors: readonly Door[],
  language: Language = 'ja',
): readonly Block[] {
  const words = KEYPAD_WORDS[language]
  const when = language === 'en' ? englishCodeSpan : codeSpan
  const lines = doors.map(({ doorName, code, from, to }) =>
    words.line(doorName, code, when(from, to, facts.date)),
  )
  return [
    { kind: 'lines', title: words.codes, lines },
    paragraph(words.care),
    { kind: 'steps', title: words.opening, steps: words.open },
    { kind: 'lines', title: words.closing, lines: words.close },
  ]
}
