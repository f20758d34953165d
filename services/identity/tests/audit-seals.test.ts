import { checkActs } from '@asaichi/audit/check-acts.ts'
import { anchoredSeals, sealActs } from '@asaichi/audit/seal-acts.ts'
import { busTables } from '@asaichi/bus/bus.ts'
import { openDatabase } from '@asaichi/store/database.ts'
import { dueWorkTables } from '@asaichi/store/due-work.ts'
import { migrate } from '@asaichi/store/migrate.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { holdRows } from '@asaichi/testkit/held-rows.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tables } from '../src/store/schema.ts'

const schema = 'identity'
const folder = new URL('../src/store/migrations/', import.meta.url)

// A schema that no service works in, so that a test says when acts are sealed.
const bed = await forThisFile(startBed())
await migrate(bed.adminUrl, schema, [busTables, dueWorkTables, { name: schema, folder }])
const database = await forThisFile(
  Promise.resolve(openDatabase<Tables>(bed.config(schema).DATABASE_URL, { schema })),
)
const service = database.db
const owner = new pg.Pool({
  connectionString: bed.adminUrl,
  max: 4,
  options: `-c search_path=${schema},public`,
})
afterAll(() => owner.end())

const ACT = `insert into audit (city_id, act, subject_id) values ('mitaka', 'log-in', gen_random_uuid()) returning seq`
const heads = async () => [await anchoredSeals(service).head()].flatMap(head => head ?? [])
const check = async (lateMs?: number) => {
  return await checkActs({
    url: bed.adminUrl,
    schema,
    anchors: await heads(),
    ...(lateMs !== undefined && { lateMs }),
  })
}

beforeEach(async () => {
  await tampered('truncate audit, audit_seals, audit_unsealed restart identity')
})

test('V4: an act is there for a seal once it is committed, also where one of a higher number was sealed before it', async () => {
  const [slow, fast] = await Promise.all([owner.connect(), owner.connect()])
  await slow.query('begin')
  const late = await slow.query(ACT)
  await fast.query(ACT)
  expect(await sealActs(service)).toBe(1)
  expect(await sealActs(service)).toBe(0)
  await slow.query('commit')
  slow.release()
  fast.release()
  expect(await sealActs(service)).toBe(1)
  expect((await check()).verdict).toEqual({ status: 'whole' })
  expect((await owner.query('select act_seq from audit_seals order by seq desc limit 1')).rows).toEqual([
    { act_seq: late.rows[0].seq },
  ])
})

test('V4: whatever commits in whatever order beside whoever seals is sealed once, and what was rolled back never', async () => {
  const steps = fc.array(
    fc.record({
      who: fc.nat(2),
      does: fc.constantFrom('act', 'act', 'commit', 'commit', 'rollback', 'seal', 'seal-twice'),
    }),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async schedule => {
      await play(schedule)
      while ((await sealActs(service)) > 0);
      expect(await check()).toMatchObject({ verdict: { status: 'whole' }, waiting: 0 })
      const acts = await owner.query('select seq from audit order by seq')
      const seals = await owner.query('select act_seq as seq from audit_seals order by act_seq')
      expect(seals.rows).toEqual(acts.rows)
    }),
    { numRuns: 25 },
  )
})

test('V4: one seals at a time, and who finds another at it leaves the acts to that one', async () => {
  await owner.query(ACT)
  await using held = await holdRows(
    bed.adminUrl,
    `select pg_advisory_xact_lock(hashtext('${schema} audit seals'))`,
  )
  expect(await sealActs(service)).toBe(0)
  await held.release()
  expect(await sealActs(service)).toBe(1)
})

test('V4: the service can add to its seals and change none', async () => {
  await owner.query(ACT)
  await sealActs(service)
  for (const statement of [
    'update audit_seals set hash = previous',
    'delete from audit_seals',
    'truncate audit_seals',
  ])
    await expect(owner.query(statement)).rejects.toThrow(/append-only/)
})

describe('V4: of what an owner of the database does to the acts is named', () => {
  // Number 4 was rolled back; a moment later two more were sealed.
  beforeEach(async () => {
    for (let nr = 1; nr <= 3; nr++) await owner.query(ACT)
    await owner.query(
      `do $$ begin ${ACT.replace(' returning seq', '')}; raise exception 'no'; exception when others then null; end $$`,
    )
    await sealActs(service)
    for (let nr = 5; nr <= 6; nr++) await owner.query(ACT)
    await sealedLater()
  })

  test.each([
    ['another act', `update audit set act = 'log-out' where seq = 2`, 'act', 2, 'row-changed'],
    [
      'another time, by a millionth of a second',
      `update audit set at = at + interval '1 microsecond' where seq = 2`,
      'act',
      2,
      'row-changed',
    ],
    ['a column that was empty', `update audit set role = 'admin' where seq = 2`, 'act', 2, 'row-changed'],
    [
      'two people in each other’s place',
      `update audit a set subject_id = b.subject_id from audit b where (a.seq, b.seq) in ((2, 3), (3, 2))`,
      'act',
      2,
      'row-changed',
    ],
    ['a removed act', 'delete from audit where seq = 2', 'act', 2, 'row-missing'],
    [
      'an act removed with its seal',
      'delete from audit where seq = 2; delete from audit_seals where act_seq = 2',
      'seal',
      2,
      'row-missing',
    ],
    [
      'an act removed before it was sealed',
      `${ACT}; delete from audit where seq = 7; insert into audit_unsealed values (7)`,
      'act',
      7,
      'row-missing',
    ],
    [
      'an act put among others, which nobody was told to seal',
      `insert into audit (seq, city_id, act, subject_id) overriding system value values (4, 'mitaka', 'log-in', gen_random_uuid())`,
      'act',
      4,
      'row-inserted',
    ],
    [
      'the last acts taken away with their seals',
      'delete from audit where seq > 3; delete from audit_seals where act_seq > 3',
      'seal',
      5,
      'not-as-anchored',
    ],
  ] as const)('%s', async (_, statement, what, seq, why) => {
    const anchors = await heads()
    await tampered(statement)
    const { verdict } = await checkActs({ url: bed.adminUrl, schema, anchors, lateMs: 0 })
    expect(verdict).toEqual({ status: 'broken', what, seq, why })
  })

  test('an act put among others in the ordinary way, which is then sealed', async () => {
    await owner.query(
      `insert into audit (seq, city_id, act, subject_id) overriding system value values (4, 'mitaka', 'log-in', gen_random_uuid())`,
    )
    await sealedLater()
    expect((await check(0)).verdict).toEqual({ status: 'broken', what: 'act', seq: 4, why: 'row-inserted' })
  })

  test('all seals made anew over other acts', async () => {
    const anchors = await heads()
    await tampered(
      `update audit set act = 'log-out' where seq = 2; truncate audit_seals; insert into audit_unsealed select seq from audit`,
    )
    await sealActs(service)
    expect((await check()).verdict).toEqual({ status: 'whole' })
    expect((await checkActs({ url: bed.adminUrl, schema, anchors })).verdict).toEqual({
      status: 'broken',
      what: 'seal',
      seq: 5,
      why: 'not-as-anchored',
    })
  })
})

type Step = { readonly who: number; readonly does: 'act' | 'commit' | 'rollback' | 'seal' | 'seal-twice' }

/** Three transactions at once, each begun by its first act. */
async function play(schedule: readonly Step[]): Promise<void> {
  const people = await Promise.all([0, 1, 2].map(() => owner.connect()))
  try {
    for (const client of people) await client.query('begin')
    for (const { who, does } of schedule) {
      if (does === 'seal') await sealActs(service)
      else if (does === 'seal-twice') await Promise.all([sealActs(service), sealActs(service)])
      else if (does === 'act') await people[who]?.query(ACT)
      else await people[who]?.query(`${does}; begin`)
    }
    for (const client of people) await client.query('commit')
  } finally {
    for (const client of people) client.release()
  }
}

/** As somebody whom no right and no trigger holds back. */
async function tampered(statements: string): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${statements}; commit`)
  } finally {
    client.release()
  }
}

/** In a later millisecond than whatever was sealed before. */
async function sealedLater(): Promise<void> {
  await eventually(async () => {
    const { rows } = await owner.query(
      `select from audit_seals having date_trunc('milliseconds', clock_timestamp()) > max(sealed_at)`,
    )
    expect(rows).toHaveLength(1)
  })
  await sealActs(service)
}
