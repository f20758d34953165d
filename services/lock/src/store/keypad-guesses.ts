import type { LockAddress } from '@asaichi/contract/lock/topics.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { KeypadEvent, KeypadGuesses } from '../domain/keypad-guesses.ts'
import type { Tables } from './schema.ts'

/** The keypad's run of wrong entries, held until the transaction ends; `isCounted`: the event has been heard before. */
export async function lockKeypad(tx: Transaction<Tables>, { site, lock }: LockAddress, event: KeypadEvent) {
  const inserted = await tx
    .insertInto('keypad_guesses')
    .values({ lock_id: lock, site, boot: event.boot, seq: event.seq })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  const row = await tx
    .selectFrom('keypad_guesses')
    .selectAll()
    .where('lock_id', '=', lock)
    .where('site', '=', site)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const isNew = inserted.numInsertedOrUpdatedRows === 1n
  return { guesses: guessesOf(row), isCounted: !isNew && row.boot === event.boot && event.seq <= row.seq }
}

export async function keepGuesses(
  tx: Transaction<Tables>,
  { site, lock }: LockAddress,
  { boot, seq, guesses }: Pick<KeypadEvent, 'boot' | 'seq'> & { readonly guesses: KeypadGuesses | null },
): Promise<void> {
  await tx
    .updateTable('keypad_guesses')
    .set({
      boot,
      seq,
      since: guesses?.since ?? null,
      entries: guesses?.entries ?? 0,
      last_at: guesses?.lastAt ?? null,
      paused_until: guesses?.pausedUntil ?? null,
    })
    .where('lock_id', '=', lock)
    .where('site', '=', site)
    .execute()
}

/** The runs of wrong entries at doors, of one city or of all; whether they are over is for the reader. */
export async function findGuesses(db: Kysely<Tables>, cityId?: string) {
  const rows = await db
    .selectFrom('keypad_guesses as k')
    .innerJoin('locks as l', join =>
      join.onRef('l.lock_id', '=', 'k.lock_id').onRef('l.venue_id', '=', 'k.site'),
    )
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select(['k.lock_id', 'k.since', 'k.entries', 'k.last_at', 'k.paused_until'])
    .where('l.is_door', '=', true)
    .where('k.since', 'is not', null)
    .$if(cityId !== undefined, query => query.where('v.city_id', '=', cityId ?? ''))
    .execute()
  return rows.flatMap(row => {
    const guesses = guessesOf(row)
    return guesses ? [{ lockId: row.lock_id, guesses }] : []
  })
}

function guessesOf({
  since,
  entries,
  last_at: lastAt,
  paused_until: pausedUntil,
}: Pick<Tables['keypad_guesses'], 'since' | 'last_at' | 'paused_until'> & {
  readonly entries: number
}): KeypadGuesses | null {
  return since === null || lastAt === null ? null : { since, entries, lastAt, pausedUntil }
}
