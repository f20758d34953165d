import type { Language } from '@asaichi/contract/actor.ts'
import { expect, test } from 'vitest'
import type { WithDoors } from '../src/about/doors.ts'
import { personWithdrawn } from '../src/mails/account/person-withdrawn.ts'
import { answersWanted } from '../src/mails/answers-wanted.ts'
import { codesChanged } from '../src/mails/codes-changed.ts'
import { drawRepeated } from '../src/mails/draw-repeated.ts'
import { emergencyCodeUsed } from '../src/mails/emergency-code-used.ts'
import { entryReceived } from '../src/mails/entry-received.ts'
import { entryResult } from '../src/mails/entry-result.ts'
import { invoiceIssued } from '../src/mails/invoices/invoice-issued.ts'
import { invoiceOverdue } from '../src/mails/invoices/invoice-overdue.ts'
import { invoiceReminded } from '../src/mails/invoices/invoice-reminded.ts'
import { pointsGiven } from '../src/mails/points-given.ts'
import { reservationApproved } from '../src/mails/reservation-approved.ts'
import { reservationCancelled } from '../src/mails/reservation-cancelled.ts'
import { reservationExpired } from '../src/mails/reservation-expired.ts'
import { reservationMoved } from '../src/mails/reservation-moved.ts'
import { reservationNears } from '../src/mails/reservation-nears.ts'
import { reservationReceived } from '../src/mails/reservation-received.ts'
import { reservationRefused } from '../src/mails/reservation-refused.ts'
import { timeReopened } from '../src/mails/time-reopened.ts'
import { ENTRY, FACTS, FRAME, INVOICE, POINTS } from './sample-letter.ts'

const DOORS = [
  { doorName: '玄関', code: '482915', from: FACTS.startsAt, to: FACTS.endsAt },
] satisfies WithDoors['doors']
const WON = {
  outcome: 'won',
  entry: ENTRY,
  facts: { ...FACTS, status: 'pending', confirmBy: '2024-11-05T15:00:00.000Z' },
} as const
const APPROVED = { outcome: 'won', entry: ENTRY, facts: FACTS } as const
const LOST = { outcome: 'lost', entry: ENTRY, firstComeAt: '2024-11-02T22:00:00.000Z' } as const
const REDRAW = {
  entry: ENTRY,
  proposedAt: '2024-11-03T00:00:00.000Z',
  confirmedAt: '2024-11-03T01:00:00.000Z',
  reason: FACTS.note,
}
const WATCH = {
  watchId: '01930000-0000-7000-8000-000000000004',
  venueId: FACTS.venueId,
  since: FACTS.requestedAt,
  cityId: FACTS.cityId,
  listingId: FACTS.listingId,
  venueName: FACTS.venueName,
  spaceName: FACTS.spaceName,
  venueAddress: FACTS.venueAddress,
  date: FACTS.date,
  from: FACTS.from,
  to: FACTS.to,
}
const WANTED = {
  venueName: FACTS.venueName,
  placeNames: [],
  total: 21,
  items: [FACTS],
}
const OPENED = { venueName: FACTS.venueName, doorName: '玄関', at: FACTS.startsAt }
const IN_LANGUAGES = [
  ['G', (language: Language) => reservationReceived.write(FACTS, FRAME, language)],
  ['G of a move', (language: Language) => reservationMoved.write(FACTS, FRAME, language)],
  ['H', (language: Language) => reservationApproved.write({ facts: FACTS, doors: DOORS }, FRAME, language)],
  ['J', (language: Language) => reservationRefused.write(FACTS, FRAME, language)],
  ['K', (language: Language) => reservationCancelled.write(FACTS, FRAME, language)],
  ['L', (language: Language) => reservationNears.write(FACTS, FRAME, language)],
  [
    'L of a room without a lock',
    (language: Language) => reservationNears.write({ ...FACTS, spaceHasDoor: false }, FRAME, language),
  ],
  ['N', (language: Language) => answersWanted.write(WANTED, FRAME, language)],
  ['M', (language: Language) => codesChanged.write({ facts: FACTS, doors: DOORS }, FRAME, language)],
  ['U', (language: Language) => emergencyCodeUsed.write(OPENED, FRAME, language)],
  ['O', (language: Language) => reservationExpired.write(FACTS, FRAME, language)],
  ['D', (language: Language) => entryReceived.write(ENTRY, FRAME, language)],
  ['E', (language: Language) => entryResult.write(WON, FRAME, language)],
  ['E, approved already', (language: Language) => entryResult.write(APPROVED, FRAME, language)],
  ['F', (language: Language) => entryResult.write(LOST, FRAME, language)],
  ...(['city-use', 'closure', 'reservation'] as const).map(
    voidBecause =>
      [
        `of an entry that met ${voidBecause}`,
        (language: Language) =>
          entryResult.write(
            { outcome: 'void', entry: { ...ENTRY, voidBecause }, reason: null },
            FRAME,
            language,
          ),
      ] as const,
  ),
  ['of a draw made anew', (language: Language) => drawRepeated.write(REDRAW, FRAME, language)],
  ['Q', (language: Language) => invoiceIssued.write(INVOICE, FRAME, language)],
  ['Q, its reminder', (language: Language) => invoiceReminded.write(INVOICE, FRAME, language)],
  ['Q, overdue', (language: Language) => invoiceOverdue.write(INVOICE, FRAME, language)],
  ['of a withdrawal', (language: Language) => personWithdrawn.write({}, FRAME, language)],
  ['R', (language: Language) => timeReopened.write(WATCH, FRAME, language)],
  ['T', (language: Language) => pointsGiven.write(POINTS, FRAME, language)],
  [
    'T with a ban',
    (language: Language) =>
      pointsGiven.write({ ...POINTS, bannedUntil: '2024-12-31T15:00:00.000Z' }, FRAME, language),
  ],
] as const

test('V7: the city signs in the language of the reader as far as it says so', () => {
  const { city } = FRAME
  const translations = { en: { name: 'Mitaka City' } }
  const office = {
    ...city.office,
    translations: { en: { name: 'Test Section', hours: 'Weekdays 8:30–17:15' } },
  }
  const frame = { ...FRAME, city: { ...city, office, translations } }
  const english = reservationReceived.write(FACTS, frame, 'en')
  expect(english.subject).toContain('[Mitaka City]')
  for (const words of ['until Mitaka City approves it', 'Test Section\n', 'Open: Weekdays 8:30–17:15'])
    expect(english.text).toContain(words)
  expect(english.text).not.toMatch(/三鷹市 試験課|平日/)
  expect(reservationReceived.write(FACTS, frame, 'ja-easy').text).toContain('三鷹市 試験課')
})

test('V7: places are named in the language of the reader, in English with the name on the signs', () => {
  const name = (en: string, easy: string) => ({ en: { name: en }, 'ja-easy': { name: easy } })
  const placeNames = [
    { name: FACTS.venueName, translations: name('Inokashira Hall', '公会堂（こうかいどう）') },
    { name: FACTS.spaceName, translations: name('Room 1', '洋室（ようしつ）') },
  ]
  const both = '井の頭東部地区公会堂 1階洋室'
  const inEnglish = `Inokashira Hall, Room 1 (${both})`
  expect(reservationReceived.write({ ...FACTS, placeNames }, FRAME, 'en').text).toContain(inEnglish)
  expect(timeReopened.write({ ...WATCH, placeNames }, FRAME, 'en').text).toContain(inEnglish)
  const entry = entryReceived.write({ ...ENTRY, placeNames }, FRAME, 'en').text
  expect(entry).toContain(inEnglish)
  expect(entry).toContain('Inokashira Hall, 2階和室 (井の頭東部地区公会堂 2階和室)')
  const easy = reservationReceived.write({ ...FACTS, placeNames }, FRAME, 'ja-easy').text
  expect(easy).toContain('公会堂（こうかいどう） 洋室（ようしつ）')
  expect(reservationReceived.write({ ...FACTS, placeNames }, FRAME, 'ja').text).toContain(`会場：${both}\n`)
})

test.each(IN_LANGUAGES)('V7: mail %s is written in the language of its reader', (_letter, write) => {
  const [ja, easy, en] = [write('ja'), write('ja-easy'), write('en')]
  expect([ja.language, easy.language, en.language]).toEqual(['ja', 'ja', 'en'])
  expect(new Set([ja.text, easy.text, en.text]).size).toBe(3)
  // What is left of Japanese is what people wrote, names, and how the city signs.
  const signed = Object.values(FRAME.city.office)
  const { venueName, spaceName, venueAddress, eventName, note } = FACTS
  const ours = [
    venueName,
    spaceName,
    venueAddress,
    eventName,
    note,
    FRAME.name,
    FRAME.city.name,
    ...signed,
    '玄関',
    '2階和室',
    INVOICE.invoice.payee,
    INVOICE.invoice.bankAccount,
  ]
    .flatMap(words => words.split('\n'))
    .toSorted((one, other) => other.length - one.length)
  const left = ours.reduce((text, words) => text.replaceAll(words, ''), `${en.subject}\n${en.text}`)
  expect(left.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu)).toBeNull()
  // Every word in kanji has its reading behind it.
  const plain = ours.reduce((text, words) => text.replaceAll(words, ''), `${easy.subject}\n${easy.text}`)
  const dates = plain.replaceAll(/\d+年（令和\d+年）\d+月\d+日（.）/g, '')
  expect(dates.match(/\p{Script=Han}+(?![\p{Script=Han}（])/gu)).toBeNull()
})
