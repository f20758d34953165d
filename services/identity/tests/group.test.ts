import { type Group, register } from '@asaichi/contract/identity/account.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { getPasswordHelpMail, requestPasswordHelp } from '@asaichi/contract/identity/password.ts'
import { getProfile } from '@asaichi/contract/identity/profile.ts'
import { getPerson, searchPeople } from '@asaichi/contract/identity/staff.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { actor, confirmed, imported, loggedIn, loginOf, newcomer, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const member = (name: string, birthDate = '1961-02-03') => ({ name, birthDate })
const GROUP: Group = { name: '朝の読書会', members: [member('森 一郎'), member('林 二郎', '1970-01-01')] }

test('G1: a group registers with its roster, and its name is the one pages and mails show', async () => {
  const person = await confirmed(bed, { group: GROUP })
  const { session } = await loggedIn(bed, loginOf(person))
  expect(session.name).toBe('朝の読書会')
  const { personId } = session
  expect(valueOf(await bed.call(getRecipient, { personId })).name).toBe('朝の読書会 井口 はるか')
  const mine = { personId, role: 'resident' as const, cityId: 'mitaka' }
  expect(valueOf(await bed.call(getProfile, { actor: mine }))).toMatchObject({
    name: '井口 はるか',
    group: { name: '朝の読書会', members: [member('井口 はるか', '1990-05-17'), ...GROUP.members] },
  })
})

test('G1, A5, A12: a member cannot be born tomorrow, and the group’s name is no password', async () => {
  const [one = member('森 一郎')] = GROUP.members
  const unborn = { ...GROUP, members: [one, member('林 二郎', '2024-11-03')] }
  expect(codeOf(await bed.call(register, newcomer({ group: unborn })))).toBe('birth-date-impossible')
  expect(await bed.call(register, newcomer({ group: GROUP, password: '朝の読書会2024!' }))).toMatchObject({
    refusal: { code: 'weak-password', detail: { reason: 'contains-name' } },
  })
})

test('G1: staff see which groups are mostly the same people, and no others', async () => {
  const staff = await actor(bed, 'staff', 'chofu')
  const rosterOf = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, nr) => member(`${prefix} ${nr}`, `1950-01-0${nr + 1}`))
  const group = (name: string, members: Group['members'], cityId = 'chofu') =>
    imported(bed, { cityId, name: `代表 ${name}`, group: { name, members } })
  const first = await group('本の会', rosterOf('仲間', 4))
  // Three of the smaller one's five are shared, written with another space.
  const most = await group('書の会', [
    ...rosterOf('仲間', 3).map(each => ({ ...each, name: each.name.replace(' ', '　') })),
    member('新人'),
  ])
  await group('茶の会', [...rosterOf('仲間', 2), ...rosterOf('別人', 2)])
  await group('雪の会', rosterOf('仲間', 4), 'sapporo')
  const file = valueOf(await bed.call(getPerson, { actor: staff, personId: first.personId }))
  expect(file.group?.sharedWith).toEqual([
    { personId: most.personId, memberNumber: most.memberNumber, name: '書の会', shared: 3, of: 5 },
  ])
})

test('S9: a group is helped by its own name or by its representative’s', async () => {
  const person = await imported(bed, { group: GROUP })
  const { memberNumber, birthDate, mail } = person
  for (const name of ['朝の 読書会', person.name]) {
    const claim = { cityId: 'mitaka', memberNumber, name, birthDate, mail, source: 'library' }
    valueOf(await bed.call(requestPasswordHelp, claim))
  }
  const helps = await bed.sql<{ help_id: string }>(
    'select help_id from identity.password_helps where person_id = $1 order by help_id',
    [person.personId],
  )
  expect(helps).toHaveLength(2)
  const mailed = valueOf(await bed.call(getPasswordHelpMail, { helpId: helps.at(-1)?.help_id ?? '' }))
  expect(mailed.name).toBe(`朝の読書会 ${person.name}`)
})

test('T5: a group is found by the beginning of its name', async () => {
  const person = await imported(bed, { group: { ...GROUP, name: 'ＹＯＧＡの会' } })
  const staff = await actor(bed, 'staff')
  const { items } = valueOf(await bed.call(searchPeople, { actor: staff, query: 'yoga' }))
  expect(items).toMatchObject([{ personId: person.personId, groupName: 'ＹＯＧＡの会', name: person.name }])
})
