import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getBundlePart as request } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findBundleText } from '../store/draws.ts'
import type { Tables } from '../store/schema.ts'

/** Characters of one part; quotes double on the wire, and a part must stay below 256 KiB. */
const PART = 120_000

/** V1: the public record in parts. Before the hour it does not exist, for nobody (A70). */
export async function getBundlePart(
  db: Kysely<Tables>,
  { roundId, part }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const found = part < MOST_PARTS && (await findBundleText(db, roundId, { from: part * PART, size: PART }))
  if (!found || found.text === '') return refuse('not-found')
  return done({ parts: Math.ceil(found.length / PART), text: found.text })
}

const MOST_PARTS = 10_000
