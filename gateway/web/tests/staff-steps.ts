import { parsed, Visitor } from '@asaichi/town/journey/visitor.ts'
import { z } from 'zod'
import { nameOf } from './booking-steps.ts'
import type { Reading } from './states/reading.ts'
import type { TownBed } from './town-bed.ts'

export const VENUE = 'mitaka-inokashira-tobu'

const Policy = z.object({ policy: z.object({ termsVersion: z.string() }) })
const Version = z.object({ version: z.int() })
const Booked = z.object({ reservation: z.object({ reservationId: z.string() }) })

export type Booking = {
  readonly mail: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly eventName: string
  readonly room?: 'yoshitsu' | 'washitsu'
  /** M14: with an entry fee, in the paid listing. */
  readonly paid?: boolean
  /** G10: of the hall's options. */
  readonly options?: readonly { readonly optionId: string; readonly count: number }[]
}

/** Somebody's application at the API, waiting for the staff; answers its id. */
export async function applied(
  town: TownBed,
  { mail, room = 'yoshitsu', paid = false, ...booking }: Booking,
): Promise<string> {
  const answer = await town.visitor(mail).post('/api/reservations', {
    ...booking,
    listingId: `${VENUE}-${room}${paid ? '-paid' : ''}`,
    people: 12,
    note: '朝の会。毎月の集まりのため。',
    paidEvent: paid,
    acceptedTermsVersion: await termsVersion(town),
    guardianPresent: true,
  })
  return parsed(Booked, answer, 'application').reservation.reservationId
}

/** The staff say yes; answers the id. */
export async function approved(town: TownBed, reservationId: string): Promise<string> {
  const staff = town.visitor('staff.mitaka@example.jp')
  const { version } = Version.parse((await staff.get(`/api/reservations/${reservationId}`)).body)
  const answer = await staff.post(`/api/staff/reservations/${reservationId}/approve`, {
    expectedVersion: version,
  })
  parsed(Version, answer, 'approval')
  return reservationId
}

/** Somebody new in the queue of registrations (M7); answers the mail address. */
export async function applicant(town: TownBed, name: string): Promise<string> {
  const mail = `applicant-${Date.now()}@example.jp`
  const password = 'asa-no-hikari-7'
  const since = await town.mailbox.mark()
  const passerBy = new Visitor(town.url, town.mailbox)
  await passerBy.post('/api/cities/mitaka/registrations', {
    name,
    kana: 'タビノ ハジメ',
    birthDate: '1949-05-03',
    postalCode: '181-0001',
    address: '東京都三鷹市見本町2-2',
    phone: '090-0000-1234',
    mail,
    password,
    acceptedTermsVersion: await termsVersion(town),
  })
  const { text } = await town.mailbox.waitFor(mail, /#token=/, since)
  await passerBy.post('/api/registrations/confirm', { token: text.match(/#token=([\w.~-]+)/)?.[1] })
  const login = { kind: 'mail', mail }
  const person = new Visitor(town.url, town.mailbox, { cityId: 'mitaka', login, password, mail })
  await person.post('/api/cities/mitaka/permission')
  return mail
}

export async function termsVersion(town: TownBed): Promise<string> {
  const city = await new Visitor(town.url, town.mailbox).get('/api/cities/mitaka')
  return parsed(Policy, city, 'city').policy.termsVersion
}

const READING = '[（）\\p{Script=Hiragana}\\s]*'

/** The whole label of a field: its words, readings, and whether it must be filled in. */
export function labelOf(text: Reading, key: Parameters<Reading>[0]): RegExp {
  const marks = [text('common.required'), text('common.optional')].map(mark => nameOf(mark).source)
  return new RegExp(`^${nameOf(text(key)).source}${READING}(?:${marks.join('|')})`, 'u')
}

/** The whole name of a control, with or without readings. */
export function wholeName(words: string): RegExp {
  return new RegExp(`^${nameOf(words).source}${READING}$`, 'u')
}
