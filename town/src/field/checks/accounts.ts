import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { z } from 'zod'
import { ROOM } from '../../journey/chapters/application.ts'
import { must, mustBe } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book, words } from '../forms.ts'
import { newcomer, resident, visitorAt } from '../people.ts'

const Change = z.object({ changeId: z.string() })
const TooMany = z.object({
  code: z.literal('too-many-codes'),
  nextAt: z.string(),
  officePhone: z.string().min(1),
})
const Problem = z.object({ code: z.string(), detail: z.string() })

/** Never a lost account, and never a mail that only the screen believes in. */
export const accountChecks: readonly Check[] = [
  {
    id: 'B1',
    says: 'a mail address is changed by its owner, both are told, the new one logs in',
    play: newMail,
  },
  { id: 'B1', says: 'staff change a lost address after a call, and the log says so', play: newMailByStaff },
  { id: 'B3b', says: 'a press of another person’s page is refused', play: otherPerson },
  { id: 'B8', says: 'the sixth code of an hour is refused, with the time of the next', play: sixthCode },
  {
    id: 'W2m',
    says: 'the member number is mailed, and password help needs the address alone',
    play: numberMailed,
  },
  { id: '3.6', says: 'who reads English gets the mails of a booking in English', play: ownLanguage },
  { id: 'W7m', says: 'a weak password is told before anything is sent', play: weakPassword },
  { id: 'W8m', says: 'mail B names the button as its page does', play: buttonName },
]

async function newMail(field: Field): Promise<void> {
  const { visitor, told, password } = await newcomer(field)
  const mail = told.mail.replace('field-', 'field-moved-')
  const since = await field.mailbox.mark()
  const asked = await visitor.post('/api/me/mail', { mail, currentPassword: password })
  const { changeId } = parsed(Change, asked, 'a change of address')
  const { text } = await field.mailbox.waitFor(mail, /確認の番号/, since)
  const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]
  mustBe(
    (await visitor.post('/api/me/mail/code', { changeId, code })).status,
    200,
    'the code to the new address',
  )
  for (const address of [told.mail, mail])
    await field.mailbox.waitFor(address, /メールアドレスが変わりました/, since)
  await visitorAt(field, mail).login()
}

async function newMailByStaff(field: Field): Promise<void> {
  const { visitor, told, personId } = await newcomer(field)
  const mail = told.mail.replace('field-', 'field-found-')
  const since = await field.mailbox.mark()
  const answer = await field.staff.post(`/api/staff/people/${personId}/mail`, {
    mail,
    contact: { by: 'counter', note: '運転免許証' },
  })
  mustBe(answer.status, 200, 'a change by staff')
  for (const address of [told.mail, mail])
    await field.mailbox.waitFor(address, /メールアドレスが変わりました/, since)
  const acts = parsed(
    z.object({ items: z.array(z.object({ act: z.string(), by: z.string() })) }),
    await visitor.get('/api/me/acts'),
    'acts',
  )
  must(
    acts.items.some(({ act, by }) => act === 'change-mail' && by === 'staff'),
    'the person’s own log says nothing of it',
  )
}

async function otherPerson(field: Field): Promise<void> {
  const shown = await resident(field)
  const cookieOf = await resident(field)
  const headers = { 'x-person': shown.personId }
  const answer = await cookieOf.visitor.send('POST', '/api/me/language', {
    body: { language: 'en' },
    headers,
  })
  mustBe(`${answer.status} ${answer.code}`, '409 other-person', 'a press of a page that shows somebody else')
}

async function sixthCode(field: Field): Promise<void> {
  const { told, password } = await newcomer(field)
  const login = { login: { kind: 'mail', mail: told.mail }, password }
  // A code that was used does not count.
  for (let nr = 1; nr <= 5; nr++)
    mustBe((await field.passerBy.post('/api/cities/mitaka/login', login)).status, 202, `code ${nr}`)
  const sixth = await field.passerBy.post('/api/cities/mitaka/login', login)
  mustBe(sixth.status, 429, 'the sixth code')
  TooMany.parse(sixth.body)
  must(/\d/.test(Problem.parse(sixth.body).detail), 'the sentence names no time')
}

async function numberMailed(field: Field): Promise<void> {
  const { told, memberNumber } = await newcomer(field)
  await field.mailbox.waitFor(told.mail, new RegExp(memberNumber), new Set())
  const since = await field.mailbox.mark()
  const help = (mail: string) => field.passerBy.post('/api/cities/mitaka/password-help', { mail })
  const [known, unknown] = [await help(told.mail), await help('nobody@example.jp')]
  mustBe(
    `${known.status} ${JSON.stringify(known.body)}`,
    `${unknown.status} ${JSON.stringify(unknown.body)}`,
    'the answer',
  )
  await field.mailbox.waitFor(told.mail, /仮のパスワード/, since)
  mustBe(await field.mailbox.count('nobody@example.jp'), 0, 'mails to nobody')
}

async function ownLanguage(field: Field): Promise<void> {
  const { visitor, told } = await resident(field)
  mustBe((await visitor.post('/api/me/language', { language: 'en' })).status, 200, 'the choice of English')
  const booking = await book(field, visitor, { date: field.nextDay(), from: '19:00', to: '20:00' })
  const place = 'Inokashira Tobu Community Hall, Western-style room (1F)'
  const inEnglish = (what: string) => new RegExp(`${what}[^]*Place: ${place.replaceAll(/[()]/g, '\\$&')}`)
  await field.mailbox.waitFor(told.mail, inEnglish('until Mitaka City approves it'), new Set())
  await approve(field, booking)
  await field.mailbox.waitFor(told.mail, /Your booking is confirmed/, new Set())
  const wishes = [{ listingId: ROOM, date: addDays(ORDINARY_DAY, 31), from: '19:00', to: '20:00' }]
  const entered = await visitor.post('/api/entries', { wishes, ...(await words(field)) })
  mustBe(entered.status, 201, 'an entry')
  await field.mailbox.waitFor(told.mail, inEnglish('We have received your entry for the lottery'), new Set())
}

async function buttonName(field: Field): Promise<void> {
  const { mail } = await newcomer(field)
  must(mail.text.includes('「登録を終える」'), 'mail B calls the button otherwise')
}

async function weakPassword({ passerBy }: Field): Promise<void> {
  const who = { name: '三田 花', kana: 'ミタ ハナ', mail: 'field-hana@example.jp' }
  for (const [password, status] of [
    ['taro1951', 422],
    ['１２３４５６７８', 422],
    ['三田花の庭-1951', 422],
    ['朝いちばんの和室9', 200],
  ] as const) {
    const answer = await passerBy.post('/api/passwords/judge', { ...who, password })
    mustBe(answer.status, status, password)
  }
}
