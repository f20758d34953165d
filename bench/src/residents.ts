import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { emitAll } from '@asaichi/bus/emit.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { openDatabase, type Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { CITY } from './ground.ts'

/** Someone who is logged in; `token` is the session cookie's value. */
export type Resident = { readonly personId: string; readonly token: string }

/** The same people, logged in on several devices: one list for each. */
export type Crowds = readonly (readonly Resident[])[]

const FIRST_NUMBER = 3_000_000
const ADULT_FROM = '2000-01-01'

/**
 * Approved residents with a session on each device, written straight into identity's tables, because a password is hashed
 * slowly on purpose and a login needs a mail; the facts about them go out through identity's own outbox.
 */
export async function createCrowds(
  identityUrl: string,
  { people, devices }: { readonly people: number; readonly devices: number },
): Promise<Crowds> {
  await using database = openDatabase<unknown>(identityUrl, { schema: 'identity', max: 2 })
  const ids = Array.from({ length: people }, () => randomUUID())
  const crowds = Array.from({ length: devices }, () =>
    ids.map(personId => ({ personId, token: randomBytes(32).toString('base64url') })),
  )
  await database.db.transaction().execute(async tx => {
    await insertPeople(tx, ids)
    for (const crowd of crowds) await insertSessions(tx, crowd)
    await emitAll(
      tx,
      ids.map(personId => ({
        event: permissionChanged,
        aggregateId: `${personId}:${CITY}`,
        version: 1,
        data: { personId, cityId: CITY, status: 'approved', adultFrom: ADULT_FROM },
      })),
    )
  })
  return crowds
}

async function insertPeople(tx: Transaction<unknown>, ids: readonly string[]): Promise<void> {
  const numbers = ids.map((_, index) => String(FIRST_NUMBER + index))
  await sql`
    insert into persons (person_id, member_number, mail, name, kana, birth_date, postal_code, address, phone, language, password_hash)
    select id, number, number || '@example.jp', '試験 太郎', 'シケン タロウ', '1980-01-01', '181-0000', '試験市1-1', '090-0000-0000', 'ja', 'none'
    from unnest(${ids}::uuid[], ${numbers}::text[]) as p(id, number)`.execute(tx)
  await sql`
    insert into memberships (person_id, city_id, role, terms_version, terms_accepted_at)
    select id, ${CITY}, 'resident', '2024-04', town_now() from unnest(${ids}::uuid[]) as p(id)`.execute(tx)
  await sql`
    insert into permissions (person_id, city_id, status, version, changed_at)
    select id, ${CITY}, 'approved', 1, town_now() from unnest(${ids}::uuid[]) as p(id)`.execute(tx)
}

async function insertSessions(tx: Transaction<unknown>, residents: readonly Resident[]): Promise<void> {
  await sql`
    insert into sessions (session_id, token_hash, person_id, city_id, role, created_at, idle_until, ends_at)
    select gen_random_uuid(), hash, id, ${CITY}, 'resident', town_now(), town_now() + interval '30 minutes', town_now() + interval '2 hours'
    from unnest(${residents.map(({ personId }) => personId)}::uuid[], ${residents.map(({ token }) => hashOf(token))}::bytea[]) as s(id, hash)`.execute(
    tx,
  )
}

/** All that identity keeps of a token. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
