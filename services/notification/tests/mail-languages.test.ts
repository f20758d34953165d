import type { Language } from '@asaichi/contract/actor.ts'
import { expect, test } from 'vitest'
import type { WithDoors } from '../src/about/doors.ts'
import { codesChanged } from '../src/mails/codes-changed.ts'
import { reservationApproved } from '../src/mails/reservation-approved.ts'
import { reservationCancelled } from '../src/mails/reservation-cancelled.ts'
import { reservationExpired } from '../src/mails/reservation-expired.ts'
import { reservationMoved } from '../src/mails/reservation-moved.ts'
import { reservationReceived } from '../src/mails/reservation-received.ts'
import { reservationRefused } from '../src/mails/reservation-refused.ts'
import { FACTS, FRAME } from './sample-letter.ts'

const DOORS = [
  { doorName: '玄関', code: '482915', from: FACTS.startsAt, to: FACTS.endsAt },
] satisfies WithDoors['doors']
const IN_LANGUAGES = [
  ['G', (language: Language) => reservationReceived.write(FACTS, FRAME, language)],
  ['G of a move', (language: Language) => reservationMoved.write(FACTS, FRAME, language)],
  ['H', (language: Language) => reservationApproved.write({ facts: FACTS, doors: DOORS }, FRAME, language)],
  ['J', (language: Language) => reservationRefused.write(FACTS, FRAME, language)],
  ['K', (language: Language) => reservationCancelled.write(FACTS, FRAME, language)],
  ['M', (language: Language) => codesChanged.write({ facts: FACTS, doors: DOORS }, FRAME, language)],
  ['O', (language: Language) => reservationExpired.write(FACTS, FRAME, language)],
] as const

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
