import { z } from 'zod'
import { must, mustBe } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { newcomer, register } from '../people.ts'

const Profile = z.object({ name: z.string(), kana: z.string(), phone: z.string(), postalCode: z.string() })
const Found = z.object({ people: z.object({ items: z.array(z.object({ personId: z.string() })) }) })

/** Names, addresses and numbers as people have them. */
export const nameChecks: readonly Check[] = [
  { id: 'B2', says: 'a carrier’s old address registers, and its mail arrives', play: oldAddresses },
  {
    id: 'B5',
    says: 'phones and post codes count by their digits, also with +81 and in brackets',
    play: numbers,
  },
  { id: 'B6', says: 'a registered name is the one that was typed', play: namesAsTyped },
  { id: 'B7', says: 'who leaves out a variation selector gets password help', play: selectors },
  { id: 'B7', says: 'staff find 髙橋 by 高橋 and Nguyễn by nguyen', play: variants },
  { id: 'B12', says: 'readings of foreign names and of eighty letters are kept', play: readings },
]

async function oldAddresses(field: Field): Promise<void> {
  for (const [typed, sent] of [
    ['abc..def@docomo.ne.jp', '"abc..def"@docomo.ne.jp'],
    ['abc.def.@ezweb.ne.jp', '"abc.def."@ezweb.ne.jp'],
    ['o=k#1/x?y&z@softbank.ne.jp', 'o=k#1/x?y&z@softbank.ne.jp'],
    ['taro@日本語.jp', 'taro@日本語.jp'],
  ] as const) {
    const since = await field.mailbox.mark()
    mustBe((await register(field, { mail: typed })).answer.status, 202, typed)
    await field.mailbox.waitFor(sent, /#token=/, since).catch((e: unknown) => {
      throw new Error(`${typed}: ${String(e)}`)
    })
  }
}

async function numbers(field: Field): Promise<void> {
  const { visitor } = await newcomer(field)
  for (const [typed, kept] of [
    ['+81 90-1234-5678', '090-1234-5678'],
    ['０４２２（４５）１１５１', '0422-45-1151'],
    ['090━1234━5678', '090-1234-5678'],
  ] as const) {
    const answer = await visitor.post('/api/me/profile', { phone: typed, postalCode: '181─0001' })
    const profile = parsed(Profile, answer, typed)
    mustBe(`${profile.phone} ${profile.postalCode}`, `${kept} 181-0001`, typed)
  }
}

async function namesAsTyped(field: Field): Promise<void> {
  const name = '\u{fa19}谷 \u{fa1b}子 \u{fa45}\u{fa46}\u{fa26}'
  const { visitor } = await newcomer(field, { name })
  mustBe(parsed(Profile, await visitor.get('/api/me/profile'), 'profile').name, name, 'the registered name')
}

async function selectors(field: Field): Promise<void> {
  const { told, memberNumber } = await newcomer(field, { name: '辻\u{e0101} 葛\u{e0100}子' })
  const since = await field.mailbox.mark()
  const { mail, birthDate } = told
  const asked = { memberNumber, name: '辻 葛子', birthDate, mail }
  mustBe((await field.passerBy.post('/api/cities/mitaka/password-help', asked)).status, 202, 'password help')
  await field.mailbox.waitFor(mail, /仮のパスワード/, since)
}

async function variants(field: Field): Promise<void> {
  const { personId } = await newcomer(field, { name: '髙橋 Nguyễn', kana: 'タカハシ グエン' })
  for (const query of ['高橋', 'nguyen']) {
    const answer = await field.staff.post('/api/staff/search', { query })
    const { people } = parsed(Found, answer, query)
    must(
      people.items.some(person => person.personId === personId),
      `${query} finds nobody`,
    )
  }
}

async function readings(field: Field): Promise<void> {
  const { visitor } = await newcomer(field)
  for (const kana of ['ジャン＝ピエール', 'ジャン-ピエール', 'ミスヾ', 'O’Brien', 'カ'.repeat(80)]) {
    const answer = await visitor.post('/api/me/profile', { kana })
    mustBe(parsed(Profile, answer, kana).kana, kana, 'the reading')
  }
}
