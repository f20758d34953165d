import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { searchPeople as request } from '@asaichi/contract/identity/staff.ts'
import { phoneDigits } from '@asaichi/contract/stored-text.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { katakana, plainName } from '../domain/compared-text.ts'
import { type Prefixes, selectPeople } from '../store/people.ts'

const MOST = 20

/** T5: by the beginning of whatever the caller says: name, reading, group, number or phone. */
export async function searchPeople(
  { db }: Context,
  { actor, query }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const prefixes = prefixesOf(query)
  // Of a query of signs alone nothing is left, and everybody begins with nothing.
  if (prefixes.name === '') return done({ items: [], more: false })
  const rows = await selectPeople(db, { cityId: actor.cityId, prefixes, limit: MOST + 1 })
  return done({ items: rows.slice(0, MOST), more: rows.length > MOST })
}

function prefixesOf(query: string): Prefixes {
  const name = plainName(query)
  return { name, kana: katakana(name), digits: phoneDigits(query) || undefined }
}
