import { importPerson } from '@asaichi/contract/identity/account.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { getPasswordHelpMail, requestPasswordHelp } from '@asaichi/contract/identity/password.ts'
import { getPerson, searchPeople } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { INVISIBLE, MAIL_ADDRESSES, NAMES, READINGS } from '@asaichi/testkit/real-forms.ts'
import { describe, expect, test } from 'vitest'
import { mailbox, plainName, visibleName } from '../src/domain/compared-text.ts'
import { actor, challenged, imported, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

describe('S9, G1, G3, T5: PostgreSQL and TypeScript compute the same key', () => {
  test('of every character there is', async () => {
    await expectSameKeys(everyCharacter())
  })

  test('of every real form', async () => {
    const forms = [...NAMES, ...READINGS.flat(), ...MAIL_ADDRESSES.flat(), ...INVISIBLE]
    await expectSameKeys(forms)
    await expectSameKeys(forms.map(form => form.toUpperCase().normalize('NFD')))
  })

  test('of ten thousand words of letters, marks, selectors and signs in any order', async () => {
    await expectSameKeys(anyWords(10_000))
  })
})

async function expectSameKeys(texts: readonly string[]): Promise<void> {
  for (let at = 0; at < texts.length; at += 20_000) {
    const part = texts.slice(at, at + 20_000)
    const rows = await bed.sql<{ visible: string; plain: string; mail: string }>(
      `select identity.visible_name(each) as visible, identity.plain_name(each) as plain, identity.plain_mail(each) as mail
       from unnest($1::text[]) with ordinality as given (each, place) order by place`,
      [part],
    )
    const different = part.flatMap((text, index) => {
      const own = { visible: visibleName(text), plain: plainName(text), mail: mailbox(text) }
      const { mail, ...names } = rows[index] ?? {}
      // Mail addresses are ASCII by contract.
      const theirs = /^[ -~]*$/.test(text) ? { ...names, mail } : { ...names, mail: own.mail }
      return JSON.stringify(own) === JSON.stringify(theirs) ? [] : [{ text: escape(text), own, theirs }]
    })
    expect(different.slice(0, 10)).toEqual([])
  }
}

// Capitals that Unicode got after 2017: the ICU of a PostgreSQL may be older than Node's.
const YOUNG_CAPITALS =
  /[\u1c89-\u1cbf\u2c2f\ua7ae-\ua7ff\u{10570}-\u{10595}\u{10d50}-\u{10d65}\u{16e40}-\u{16e5f}\u{16ea0}-\u{16eb8}]/u

/** No surrogates, no NUL, nothing private. */
function everyCharacter(): readonly string[] {
  return Array.from({ length: 0x32_000 }, (_, code) => code + 1)
    .map(code => (code < 0xd800 || code > 0xdfff ? String.fromCodePoint(code) : ''))
    .filter(letter => letter !== '' && !/[\p{Cn}\p{Co}]/u.test(letter) && !YOUNG_CAPITALS.test(letter))
}

function anyWords(count: number): readonly string[] {
  const pool = Array.from(
    `${[...NAMES, ...INVISIBLE].join('')}がぱか\u3099は\u309aｶﾞＡａ①㍿ﬁſẞıİΣσςǅÅéßæœþđ辺邉邊"\\@.- 　・`,
  )
  let state = 20_261_129
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(9) }, () => pool[next(pool.length)] ?? '').join(''),
  )
}

const helpFor = async (person: Awaited<ReturnType<typeof imported>>, name: string, mail = person.mail) => {
  const { memberNumber, birthDate } = person
  const known = new Set((await helps()).map(row => row.help_id))
  valueOf(
    await bed.call(requestPasswordHelp, {
      cityId: 'mitaka',
      memberNumber,
      name,
      birthDate,
      mail,
      source: newId(),
    }),
  )
  const [help] = (await helps()).filter(row => !known.has(row.help_id))
  return codeOf(await bed.call(getPasswordHelpMail, { helpId: help?.help_id ?? '' }))
}
const helps = () => bed.sql<{ help_id: string }>('select help_id from identity.password_helps')

test.each([
  ['辻\u{e0101} 葛\u{e0100}子', '辻 葛子'],
  ['辻 葛子', '辻\u{e0101}葛\u{e0100}子'],
  ['\ufa19谷 \ufa1b子', '神谷 福子'],
  ['神\ufe00谷 子', '神谷子'],
  ['山\u200b田 花子', '山田 花子'],
])('S9: who is registered as %j is helped as %j', async (name, typed) => {
  expect(await helpFor(await imported(bed, { name }), typed)).toBe('done')
})

test('S9: what can be seen must match: 髙 is not 高 here', async () => {
  expect(await helpFor(await imported(bed, { name: '髙橋 花子' }), '高橋 花子')).toBe('not-found')
})

test.each([
  ['髙橋 一', '高橋'],
  ['高橋 二', '髙橋'],
  ['山﨑 三', '山崎'],
  ['𠮷田 四', '吉田'],
  ['渡邊 五', '渡辺'],
  ['渡邉 六', '渡邊'],
  ['齋藤 七', '斉藤'],
  ['斎藤 八', '齊藤'],
  ['中嶋 九', '中島'],
  ['\ufa19谷 十', '神谷'],
  ['辻\u{e0101} 葛\u{e0100}子', '辻 葛子'],
  ['Nguyễn Thị Ánh', 'nguyen thi'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Jean-Pierre', 'jean pierre'],
  ["O'Brien", 'O’Brien'],
])('T5: staff find %j by %j', async (name, query) => {
  const staff = await actor(bed, 'staff')
  const { personId } = await imported(bed, { name })
  const { items } = valueOf(await bed.call(searchPeople, { actor: staff, query }))
  expect(items.map(item => item.personId)).toContain(personId)
  expect(items.find(item => item.personId === personId)?.name).toBe(name)
})

test.each(['0422(55)1234', '０４２２（５５）', '+81 422-55', '0422・55・1234'])(
  'T5: staff find a number by %s',
  async query => {
    const staff = await actor(bed, 'staff')
    const { personId } = await imported(bed, { phone: '0422-55-1234' })
    const { items } = valueOf(await bed.call(searchPeople, { actor: staff, query }))
    expect(items.map(item => item.personId)).toContain(personId)
  },
)

test('T5: of signs alone nobody is found', async () => {
  const staff = await actor(bed, 'staff')
  await imported(bed)
  expect(valueOf(await bed.call(searchPeople, { actor: staff, query: '・' }))).toEqual({
    items: [],
    more: false,
  })
})

test('G1, G3: one person in two spellings is seen as one', async () => {
  const staff = await actor(bed, 'staff', 'chofu')
  const members = (name: string) => [
    { name, birthDate: '1951-01-01' },
    { name: '辻\u{e0101} 葛\u{e0100}子', birthDate: '1952-01-01' },
    { name: '林 二郎', birthDate: '1953-01-01' },
  ]
  const group = (name: string, representative: string, spelled: string) =>
    imported(bed, {
      cityId: 'chofu',
      name: representative,
      birthDate: '1944-04-04',
      group: { name, members: members(spelled) },
    })
  const one = await group('本の会', '渡邊 花', '髙橋 一郎')
  const other = await group('書の会', '渡辺 花', '高橋 一郎')
  const file = valueOf(await bed.call(getPerson, { actor: staff, personId: one.personId }))
  expect(file.group?.sharedWith).toMatchObject([{ personId: other.personId, shared: 4, of: 4 }])
  expect(file.alike.accounts[0]).toMatchObject({
    personId: other.personId,
    because: ['name-and-birth-date', 'phone'],
  })
})

describe('M3, M9: a mail address', () => {
  test('is kept as typed, and logs in and helps in capitals, with quotes or without', async () => {
    const word = newId().slice(-12)
    const person = await imported(bed, { mail: `"abc..${word}"@docomo.ne.jp` })
    for (const mail of [`abc..${word}@DOCOMO.ne.jp`, `Abc..${word}@docomo.ne.jp`]) {
      const { challengeId, code } = await challenged(bed, loginOf({ mail }))
      expect(codeOf(await bed.call(finishLogin, { challengeId, code }))).toBe('done')
      expect(await helpFor(person, person.name, mail)).toBe('done')
    }
    const [row] = await bed.sql('select mail from identity.persons where person_id = $1', [person.personId])
    expect(row).toEqual({ mail: `"abc..${word}"@docomo.ne.jp` })
  })

  test('names one mailbox, however it is written', async () => {
    const word = newId().slice(-12)
    const person = await imported(bed, { mail: `${word}.@ezweb.ne.jp` })
    const { personId: _, ...again } = {
      ...person,
      memberNumber: '9000001',
      mail: `"${word.toUpperCase()}."@ezweb.ne.jp`,
    }
    expect(codeOf(await bed.call(importPerson, again))).toBe('already-known')
  })

  test('wrong passwords for it are counted together', async () => {
    const person = await imported(bed)
    const source = newId()
    const wrong = (mail: string) =>
      bed.call(startLogin, loginOf({ mail }, { source, password: 'not the password' }))
    for (let round = 0; round < 5; round += 1) {
      await wrong(person.mail)
      await wrong(person.mail.toUpperCase())
    }
    expect(codeOf(await wrong(person.mail))).toBe('too-many-attempts')
  })
})
