import type { Call } from '@asaichi/bus/call.ts'
import { type DoorCode, getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import type { z } from 'zod'
import { type Block, paragraph } from '../domain/letter.ts'
import { codeSpan } from '../languages/japanese-time.ts'
import { type Gathered, notYet, overtaken } from '../mails/mail.ts'
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
export function keypadWords(facts: ReservationFacts, doors: readonly Door[]): readonly Block[] {
  return [
    { kind: 'lines', title: 'ドアの鍵の番号', lines: doors.map(door => doorLine(door, facts.date)) },
    paragraph(
      '番号はドアごとに違うことがあります。終わりの時刻を過ぎると開きませんので、忘れ物のないようにお帰りください。\n番号は、いっしょに利用する方のほかには教えないでください。',
    ),
    { kind: 'steps', title: 'ドアの開け方', steps: OPENING },
    { kind: 'lines', title: 'ドアの閉め方', lines: LOCKING },
  ]
}

function doorLine({ doorName, code, from, to }: Door, date: string): string {
  return `${doorName}「${code}」（利用可能時間：${codeSpan(from, to, date)}）`
}

const OPENING = [
  '鍵の中央にある四角いボタンを、続けて2回押します。',
  '数字が光ったら、鍵の番号を左の数字から順に押します。',
  '最後に、右下の「E」を押します。正しい番号なら鍵が開きます。',
] as const

const LOCKING = [
  '外から閉めるとき：四角いボタンを1回押します。',
  '中から閉めるとき：つまみを回します。',
  '自動で閉まる設定のドアは、しばらくすると自分で閉まります。',
] as const
