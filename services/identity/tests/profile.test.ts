import type { Actor } from '@asaichi/contract/actor.ts'
import { applyPermission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { changeProfile, getProfile, listActs, setLanguage } from '@asaichi/contract/identity/profile.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import { imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const person = (differences: Parameters<typeof imported>[1] = {}) => imported(bed, differences)
const residentOf = ({ personId }: { readonly personId: string }): Actor => ({
  personId,
  role: 'resident',
  cityId: 'mitaka',
})

test('R15: one’s own profile, and the language that mails follow', async () => {
  const who = await person()
  const mine = residentOf(who)
  expect(valueOf(await bed.call(getProfile, { actor: mine }))).toEqual({
    name: who.name,
    kana: who.kana,
    birthDate: who.birthDate,
    postalCode: who.postalCode,
    address: who.address,
    phone: who.phone,
    mail: who.mail,
    memberNumber: who.memberNumber,
    language: 'ja',
    group: null,
  })
  valueOf(await bed.call(setLanguage, { actor: mine, language: 'ja-easy' }))
  expect(valueOf(await bed.call(getProfile, { actor: mine })).language).toBe('ja-easy')
  expect((await loggedIn(bed, loginOf(who))).session.language).toBe('ja-easy')
})

describe('R11, R15: a correction', () => {
  const change = (who: { readonly personId: string }, changes: object) =>
    bed.call(changeProfile, { actor: residentOf(who), changes })

  test('of address and phone is always possible, changes nothing else, and is an act', async () => {
    const who = await person({ permission: 'approved' })
    expect(valueOf(await change(who, { address: '三鷹市牟礼1-2-3', phone: '0422-11-2222' }))).toMatchObject({
      address: '三鷹市牟礼1-2-3',
      phone: '0422-11-2222',
      name: who.name,
      postalCode: who.postalCode,
    })
    const { items } = valueOf(await bed.call(listActs, { actor: residentOf(who) }))
    expect(items).toMatchObject([{ act: 'change-profile', by: 'self', cityId: 'mitaka' }])
  })

  test.each(['applied', 'approved', 'suspended'] as const)(
    'M7: of the name is refused while the permission is %s, and then nothing is changed',
    async permission => {
      const who = await person({ permission })
      expect(codeOf(await change(who, { name: '別の 名前', phone: '0422-11-3333' }))).toBe(
        'identity-confirmed',
      )
      expect(valueOf(await bed.call(getProfile, { actor: residentOf(who) }))).toMatchObject({
        name: who.name,
        phone: who.phone,
      })
    },
  )

  test('M7, M15: of name and birth date is possible after a return, and told with the next application', async () => {
    const who = await person({ permission: 'returned' })
    valueOf(await change(who, { name: '井口 春香', kana: 'イグチ ハルカ', birthDate: '2008-05-17' }))
    valueOf(await bed.call(applyPermission, { actor: residentOf(who), cityId: 'mitaka' }))
    const fact = await bed.facts.waitFor(
      permissionChanged,
      each => each.personId === who.personId && each.status === 'applied',
    )
    expect(fact.adultFrom).toBe('2026-05-17')
  })

  test('A5: nobody is born tomorrow', async () => {
    expect(codeOf(await change(await person(), { birthDate: '2024-11-04' }))).toBe('birth-date-impossible')
  })
})
