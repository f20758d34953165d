import { importPeople } from '@asaichi/contract/identity/import.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { imported, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

function person(nr: number) {
  return {
    memberNumber: String(4_000_000 + nr),
    name: `移行 ${nr}`,
    kana: 'イコウ ハルカ',
    birthDate: '1960-02-03',
    postalCode: '181-0001',
    address: '三鷹市井の頭9-9-9',
    phone: '0422-45-1151',
    mail: `ikou-${nr}@example.jp`,
    role: 'resident',
    permission: 'approved',
    language: 'ja',
  } as const
}
const bringIn = (people: readonly ReturnType<typeof person>[], dryRun = false) =>
  bed.call(importPeople, { cityId: 'mitaka', people: [...people], dryRun }, { deadlineMs: 60_000 })
const count = async () => (await bed.sql(`select 1 from identity.persons where mail like 'ikou-%'`)).length

test('S8: a dry run brings nobody in; then all come, are told of, and a second time nobody', async () => {
  const people = Array.from({ length: 20 }, (_, nr) => person(nr))
  expect(await bringIn(people, true)).toEqual({ ok: true, value: { imported: 20, known: [] } })
  expect(await count()).toBe(0)
  expect(await bringIn(people)).toEqual({ ok: true, value: { imported: 20, known: [] } })
  expect(await count()).toBe(20)
  const [row] = await bed.sql<{ id: string }>(
    `select person_id as id from identity.persons where mail = 'ikou-7@example.jp'`,
  )
  expect(await bed.facts.waitFor(permissionChanged, fact => fact.personId === row?.id)).toMatchObject({
    status: 'approved',
  })
  const numbers = people.map(({ memberNumber }) => memberNumber)
  expect(await bringIn(people)).toEqual({ ok: true, value: { imported: 0, known: numbers } })
})

test('S8: whoever is known by mail or by number stays as they are', async () => {
  const known = await imported(bed, { permission: 'none' })
  const [byMail, byNumber, fresh] = [
    { ...person(101), mail: known.mail.toUpperCase() },
    { ...person(102), memberNumber: known.memberNumber },
    person(103),
  ]
  // Safe: the address is the same mailbox in other letters.
  expect(await bringIn([byMail, byNumber, fresh] as ReturnType<typeof person>[])).toEqual({
    ok: true,
    value: { imported: 1, known: [byMail.memberNumber, byNumber.memberNumber] },
  })
})

test('S9: nobody logs in with a password before they have set one', async () => {
  await bringIn([person(200)])
  const login = { kind: 'mail', mail: 'ikou-200@example.jp' } as const
  for (const password of ['', PASSWORD, 'x'.repeat(43)].filter(Boolean)) {
    const started = await bed.call(startLogin, { ...loginOf(await imported(bed)), login, password })
    if (!started.ok) continue
    const { challengeId } = started.value
    const finished = await bed.call(finishLogin, { challengeId, code: '123456' })
    expect(finished.ok).toBe(false)
  }
  expect(
    await bed.sql(
      `select 1 from identity.sessions s join identity.persons p using (person_id) where p.mail = $1`,
      [login.mail],
    ),
  ).toEqual([])
})

test('a city that is not there takes nobody in', async () => {
  const outcome = await bed.call(importPeople, { cityId: 'nowhere', people: [person(300)], dryRun: false })
  expect(codeOf(outcome)).toBe('unknown-city')
})
