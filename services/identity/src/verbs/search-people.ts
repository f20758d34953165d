import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { searchPeople as request } from '@asaichi/contract/identity/staff.ts'
import { phoneDigits } from '@asaichi/contract/stored-text.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { katakana, mailbox, plainName } from '../domain/compared-text.ts'
import { SEARCHES_PER_STAFF } from '../domain/limits.ts'
import { selectPeople, type Words } from '../store/people.ts'
import { isSearchAllowed } from './search-budget.ts'

const MOST = 20

/** T5, T14: by any part of whatever the caller says: name, reading, group, mail or phone, and by the number's beginning. */
export async function searchPeople(
  { db }: Context,
  { actor, query }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const words = wordsOf(query)
  // Of a query of signs alone nothing is left, and everybody has nothing in their name.
  if (words.name === '') return done({ items: [], more: false })
  if (!(await isSearchAllowed(db, actor)))
    return refuse('too-many-attempts', { retryAfterSeconds: SEARCHES_PER_STAFF.seconds })
  const rows = await selectPeople(db, { cityId: actor.cityId, words, limit: MOST + 1 })
  return done({ items: rows.slice(0, MOST), more: rows.length > MOST })
}

function wordsOf(query: string): Words {
  const name = plainName(query)
  const address = mailbox(query.normalize('NFKC').trim())
  return {
    name,
    kana: katakana(name),
    mail: /^[\x21-\x7e]{3,}$/.test(address) ? address : undefined,
    digits: phoneDigits(query) || undefined,
  }
}
