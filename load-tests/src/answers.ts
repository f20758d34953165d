import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Answered } from '../lib/plan.ts'

const number = z.number()
const text = z.string()

const Line = z.object({
  by: z.enum(['press', 'tail']),
  personId: text,
  key: text,
  slot: text,
  status: number,
  code: text.nullable(),
  reservationId: text.nullable(),
  receiptId: text.nullable(),
  place: number.nullable(),
  aimedAtMs: number,
  sentAtMs: number,
  answeredAtMs: number,
  tries: number,
}) satisfies z.ZodType<Answered>

const Console = z.object({ msg: text })

/** The answers the generator wrote down: a line of its log each, whose message is JSON. */
export async function readAnswers(file: string): Promise<readonly Answered[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(line => line !== '')
  return lines.map(line => Line.parse(JSON.parse(Console.parse(JSON.parse(line)).msg)))
}
