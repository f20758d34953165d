import type { Actor } from '@asaichi/contract/actor.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { applyPermission } from '@asaichi/contract/identity/permission.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import {
  approvePermission,
  countApplicants,
  getPerson,
  listApplicants,
  listOwnAccounts,
  recordContact,
  searchPeople,
} from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { actor, challenged, imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const staff = await actor(bed, 'staff')
const elsewhere = await actor(bed, 'staff', 'sapporo')

const person = (differences: Parameters<typeof imported>[1] = {}) => imported(bed, differences)
const open = async (by: Actor, personId: string) => bed.call(getPerson, { actor: by, personId })
const residentOf = ({ personId }: { readonly personId: string }): Actor => ({
  personId,
  role: 'resident',
  cityId: 'mitaka',
})
const actsOf = async (who: { readonly personId: string }) =>
  valueOf(await bed.call(listActs, { actor: residentOf(who) })).items.map(({ act, by }) => `${act} by ${by}`)

describe('M7: the log of calls', () => {
  const record = (by: Actor, personId: string, outcome: 'confirmed' | 'no-answer') =>
    bed.call(recordContact, { actor: by, personId, by: 'phone', outcome, note: '10時' })

  test('is kept without a decision, shown in the queue, and lets an approval follow once somebody was reached', async () => {
    const who = residentOf(await person())
    valueOf(await bed.call(applyPermission, { actor: who, cityId: 'mitaka' }))
    const approve = () =>
      bed.call(approvePermission, { actor: staff, personId: who.personId, expectedVersion: 1 })
    valueOf(await record(staff, who.personId, 'no-answer'))
    expect(codeOf(await approve())).toBe('contact-needed')
    const log = valueOf(await record(staff, who.personId, 'confirmed')).contacts
    expect(log).toMatchObject([
      { by: 'phone', outcome: 'no-answer', note: '10時' },
      { by: 'phone', outcome: 'confirmed', note: '10時' },
    ])
    const { items } = valueOf(await bed.call(listApplicants, { actor: staff, limit: 100 }))
    expect(items.find(item => item.personId === who.personId)?.contacts).toEqual(log)
    expect(valueOf(await approve())).toMatchObject({ status: 'approved', version: 2 })
  })

  test('A47: is for staff of the own city, about somebody who applied', async () => {
    const { personId } = await person({ permission: 'applied' })
    const silent = await person()
    expect(codeOf(await record(residentOf({ personId }), personId, 'confirmed'))).toBe('not-allowed')
    expect(codeOf(await record(elsewhere, personId, 'confirmed'))).toBe('not-found')
    expect(codeOf(await record(staff, silent.personId, 'confirmed'))).toBe('not-found')
    expect(codeOf(await record(staff, newId(), 'confirmed'))).toBe('not-found')
  })
})

test('nobody decides about the own account', async () => {
  valueOf(await bed.call(applyPermission, { actor: staff, cityId: 'mitaka' }))
  const { personId } = staff
  const contact = { by: 'phone' as const }
  expect(
    codeOf(await bed.call(approvePermission, { actor: staff, personId, expectedVersion: 1, contact })),
  ).toBe('not-allowed')
})

test('T1: counts by state, of the own city', async () => {
  const admin = await actor(bed, 'admin', 'chofu')
  for (const permission of ['applied', 'applied', 'approved', 'returned', 'suspended'] as const)
    await person({ cityId: 'chofu', permission })
  await person({ permission: 'applied' })
  expect(valueOf(await bed.call(countApplicants, { actor: admin }))).toEqual({
    applied: 2,
    approved: 1,
    returned: 1,
    suspended: 1,
  })
  expect(codeOf(await bed.call(countApplicants, { actor: residentOf(staff) }))).toBe('not-allowed')
})

test('G3: who looks like the same person is shown with numbers; a family’s phone is told as such', async () => {
  const own = { birthDate: '1955-05-05', kana: 'フタエ ノヒト', phone: '090-5555-0001' }
  const first = await person({ ...own, name: '二重 之人', permission: 'suspended' })
  const second = await person({
    ...own,
    name: '二重　之人',
    phone: '090-5555-0009',
  })
  const family = await person({ phone: '09055550001', name: '二重 家族', kana: 'フタエ カゾク' })
  await person({ ...own, name: '別の 市', cityId: 'sapporo' })
  const { alike } = valueOf(await open(staff, first.personId))
  expect(alike).toEqual({
    count: 2,
    accounts: [
      {
        personId: second.personId,
        memberNumber: second.memberNumber,
        name: '二重　之人',
        status: 'none',
        because: ['name-and-birth-date'],
      },
      {
        personId: family.personId,
        memberNumber: family.memberNumber,
        name: '二重 家族',
        status: 'none',
        because: ['phone'],
      },
    ],
  })
})

describe('T5: a search', () => {
  const find = async (query: string, by = staff) =>
    valueOf(await bed.call(searchPeople, { actor: by, query }))
  const idsOf = async (query: string, by = staff) => (await find(query, by)).items.map(item => item.personId)

  let wanted = ''
  beforeAll(async () => {
    const { personId } = await person({
      name: '杉並 藤子',
      kana: 'スギナミ フジコ',
      phone: '080-9999-8888',
      memberNumber: '7654321',
      mail: 'fujiko@example.jp',
      permission: 'approved',
    })
    wanted = personId
  })

  test.each([
    ['杉並 藤'],
    ['杉並藤'],
    ['杉並　'],
    ['スギナミ'],
    ['すぎなみ ふ'],
    ['ｽｷﾞﾅﾐ'],
    ['7654321'],
    ['７６５４'],
    ['08099998888'],
    ['080-9999'],
    ['０８０ー９９９９'],
    ['藤子'],
    ['フジコ'],
    ['8888'],
    ['FUJIKO@example'],
  ])('finds “%s”, however it is written', async query => {
    expect(await idsOf(query)).toEqual([wanted])
  })

  test('takes nothing for a pattern', async () => {
    await person({ name: '中野 区子', kana: 'ナカノ クコ' })
    expect(await idsOf('%')).toEqual([])
    expect(await idsOf('_野')).toEqual([])
    expect((await find('野 区')).items).toMatchObject([{ name: '中野 区子' }])
    expect(await idsOf('\\')).toEqual([])
  })

  test('A78: stands in the log without what was typed, and is stopped where it never ends', async () => {
    const busy = await actor(bed, 'staff')
    await find('秘密の 名前', busy)
    expect(await actsOf(busy)).toEqual(['search-people by self'])
    await bed.sql(
      `insert into identity.audit (actor_id, actor_role, city_id, act, subject_id)
       select actor_id, actor_role, city_id, act, subject_id from identity.audit, generate_series(1, 99)
       where subject_id = $1 and act = 'search-people'`,
      [busy.personId],
    )
    expect(await bed.call(searchPeople, { actor: busy, query: '名前' })).toMatchObject({
      refusal: { code: 'too-many-attempts', detail: { retryAfterSeconds: 600 } },
    })
    expect(await bed.sql(`select 1 from identity.audit where audit::text like '%名前%'`)).toEqual([])
  })

  test('is of the own city, for staff alone', async () => {
    const { personId } = await person({ cityId: 'sapporo', name: '雪国 太郎', kana: 'ユキグニ タロウ' })
    expect(await idsOf('雪国')).toEqual([])
    expect(await idsOf('雪国', elsewhere)).toEqual([personId])
    expect(codeOf(await bed.call(searchPeople, { actor: residentOf({ personId }), query: '雪国' }))).toBe(
      'not-allowed',
    )
  })

  test('shows twenty, says that there are more, and the approved first', async () => {
    for (let nr = 0; nr < 21; nr += 1)
      await person({
        name: `大勢 ${nr}`,
        kana: nr === 20 ? 'オオゼイ ン' : 'オオゼイ ア',
        permission: nr === 20 ? 'approved' : 'applied',
      })
    const { items, more } = await find('大勢')
    expect([items.length, more, items[0]?.name]).toEqual([20, true, '大勢 20'])
  })
})

describe('T9, V4: the file of a person', () => {
  test('shows what is registered, and the person sees that staff looked, once an hour', async () => {
    const who = await person({ language: 'en' })
    const { personId } = who
    expect(valueOf(await open(staff, personId))).toMatchObject({
      personId,
      status: 'none',
      version: 0,
      name: who.name,
      mail: who.mail,
      language: 'en',
      group: null,
      appliedAt: null,
    })
    await open(staff, personId)
    expect(await actsOf(who)).toEqual(['view-person by staff'])
    await open(await actor(bed, 'admin'), personId)
    expect(await actsOf(who)).toEqual(['view-person by staff', 'view-person by staff'])
  })

  test('A47: another city’s person is not found, and that leaves no trace', async () => {
    const who = await person()
    expect(codeOf(await open(elsewhere, who.personId))).toBe('not-found')
    expect(codeOf(await open(residentOf(who), who.personId))).toBe('not-allowed')
    expect(await actsOf(who)).toEqual([])
  })

  test('an applicant from elsewhere belongs to the city of the application too', async () => {
    const who = await person({ cityId: 'sapporo' })
    expect(codeOf(await open(staff, who.personId))).toBe('not-found')
    valueOf(await bed.call(applyPermission, { actor: residentOf(who), cityId: 'mitaka' }))
    expect(valueOf(await open(staff, who.personId))).toMatchObject({ cityId: 'mitaka', status: 'applied' })
  })
})

describe('V4: acts on an account', () => {
  const ABOUT_NOTHING = { reservationId: null, entryId: null }

  test('are its owner’s to see, newest first and page by page, staff by their role alone', async () => {
    const who = await person({ permission: 'applied' })
    await loggedIn(bed, loginOf(who))
    const contact = { by: 'phone' as const, note: '秘密のメモ' }
    const { personId } = who
    valueOf(await bed.call(approvePermission, { actor: staff, personId, expectedVersion: 1, contact }))
    const list = async (after?: string) =>
      valueOf(await bed.call(listActs, { actor: residentOf(who), limit: 1, ...(after && { after }) }))
    const first = await list()
    const second = await list(first.next ?? '')
    expect([...first.items, ...second.items]).toEqual([
      { at: expect.any(String), act: 'approve-permission', by: 'staff', cityId: 'mitaka', ...ABOUT_NOTHING },
      { at: expect.any(String), act: 'log-in', by: 'self', cityId: 'mitaka', ...ABOUT_NOTHING },
    ])
    expect(second.next).toBeNull()
    expect(JSON.stringify(first)).not.toContain(staff.personId)
    expect(await actsOf(await person())).toEqual([])
  })

  test('five wrong passwords within an hour are one line; slips and a wrong code are none', async () => {
    const who = await person()
    const wrong = () => bed.call(startLogin, loginOf(who, { password: 'guess after guess' }))
    for (let round = 0; round < 4; round += 1) await wrong()
    const { challengeId } = await challenged(bed, loginOf(who))
    await bed.call(finishLogin, { challengeId, code: 'xxxxxx' })
    expect(await actsOf(who)).toEqual([])
    for (let round = 0; round < 6; round += 1) await wrong()
    expect(await actsOf(who)).toEqual(['wrong-passwords by unknown'])
  })
})

test('A76: one’s own accounts are one’s own, those of the same name and birth date, and the groups one is in', async () => {
  const own = { name: '職員 一郎', kana: 'ショクイン イチロウ', birthDate: '1980-04-05' }
  const self = await person({ ...own, role: 'staff' })
  const second = await person({ ...own, name: '職員　一郎' })
  const namesake = await person({ ...own, birthDate: '1980-04-06' })
  const club = await person({
    name: '別の 人',
    kana: 'ベツノ ヒト',
    group: {
      name: '朝の会',
      members: [
        { name: '職員一郎', birthDate: own.birthDate },
        { name: '三人 目子', birthDate: '1970-01-01' },
        { name: '四人 目子', birthDate: '1970-01-02' },
      ],
    },
  })
  const personIds = [self, second, namesake, club].map(({ personId }) => personId)
  const answer = valueOf(
    await bed.call(listOwnAccounts, {
      actor: { personId: self.personId, role: 'staff', cityId: 'mitaka' },
      personIds,
    }),
  )
  expect(answer.personIds.toSorted()).toEqual([self, second, club].map(({ personId }) => personId).toSorted())
})
