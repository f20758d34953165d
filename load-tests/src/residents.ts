import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Presser } from '../lib/plan.ts'
import type { Sql } from './sql.ts'

export type Resident = Presser & { readonly mail: string; readonly number: number }

const AT_ONCE = 2_000

/**
 * Residents who are approved and logged in. They are written into the tables, because a password costs argon2id's work: some 40
 * sign-ins a second on a core, or two minutes for five thousand people. All have the password of `like`, an account that was
 * made at the front door; the `signin` scenario logs in with it as anyone would.
 */
export async function settleResidents(
  sql: Sql,
  crowd: { readonly cityId: string; readonly from: number; readonly count: number; readonly like: string },
): Promise<readonly Resident[]> {
  const residents = Array.from({ length: crowd.count }, (_, index) => resident(crowd.from + index))
  for (let from = 0; from < residents.length; from += AT_ONCE)
    await settle(sql, crowd, residents.slice(from, from + AT_ONCE))
  return residents
}

function resident(number: number): Resident {
  return {
    number,
    personId: newId(),
    token: randomBytes(32).toString('base64url'),
    address: `10.${100 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`,
    mail: `rush-${number}@example.jp`,
  }
}

async function settle(
  sql: Sql,
  { cityId, like }: { readonly cityId: string; readonly like: string },
  residents: readonly Resident[],
): Promise<void> {
  const personIds = residents.map(({ personId }) => personId)
  await sql(
    `insert into identity.persons
       (person_id, member_number, mail, name, kana, birth_date, postal_code, address, phone, language, password_hash)
     select each.person_id, lpad((7000000 + each.number)::text, 7, '0'), each.mail, '住民 ' || each.number, 'ジュウミン',
       '1980-01-01', '000-0000', '試験町' || each.number, '090-0000-0000', 'ja', password_hash
     from unnest($1::uuid[], $2::int[], $3::text[]) as each (person_id, number, mail),
       (select password_hash from identity.persons where mail = $4) as known`,
    [personIds, residents.map(({ number }) => number), residents.map(({ mail }) => mail), like],
  )
  await sql(
    `insert into identity.memberships (person_id, city_id, role) select unnest($1::uuid[]), $2, 'resident'`,
    [personIds, cityId],
  )
  await sql(
    `insert into identity.permissions (person_id, city_id, status, version)
     select unnest($1::uuid[]), $2, 'approved', 1`,
    [personIds, cityId],
  )
  for (const copy of ['reservation', 'lottery'])
    await sql(
      `insert into ${copy}.permissions (person_id, city_id, version, status, adult_from)
       select unnest($1::uuid[]), $2, 1, 'approved', '1998-01-01'`,
      [personIds, cityId],
    )
  await sql(
    `insert into identity.sessions (session_id, token_hash, person_id, city_id, role, created_at, idle_until, ends_at)
     select each.session_id, each.token_hash, each.person_id, $4, 'resident', town_now(),
       town_now() + interval '2 days', town_now() + interval '30 days'
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as each (session_id, token_hash, person_id)`,
    [residents.map(() => newId()), residents.map(({ token }) => sha256(token)), personIds, cityId],
  )
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
