import { eventually } from '@asaichi/testkit/eventually.ts'
import { mitaka } from '@asaichi/town/demo/mitaka.ts'
import { parsed, Visitor } from '@asaichi/town/journey/visitor.ts'
import { z } from 'zod'
import { bookableDay } from '../days.ts'
import { STAFF, type StatesBed } from './states-bed.ts'

const CITY = 'mitaka'
export const NEWCOMER_PASSWORD = 'asagohan-to-misoshiru'

/** Somebody who has just registered in Mitaka and is logged in; one for each mail address. */
export function newcomer(bed: StatesBed, mail: string): Promise<Visitor> {
  return bed.once(`newcomer ${mail}`, () => registered(bed, mail))
}

async function registered({ town }: StatesBed, mail: string): Promise<Visitor> {
  const before = await town.mailbox.mark()
  const stranger = new Visitor(town.url, town.mailbox)
  await stranger.post(`/api/cities/${CITY}/registrations`, {
    name: '新井 はじめ',
    kana: 'アライ ハジメ',
    birthDate: '1950-03-07',
    postalCode: '181-0001',
    address: '東京都三鷹市井の頭一丁目3番18号',
    phone: '090-0000-0099',
    mail,
    password: NEWCOMER_PASSWORD,
    acceptedTermsVersion: await termsVersion(stranger),
  })
  const { text } = await town.mailbox.waitFor(mail, /#token=\S+/, before)
  const token = decodeURIComponent(/#token=(\S+)/.exec(text)?.[1] ?? '')
  await stranger.post('/api/registrations/confirm', { token })
  return new Visitor(town.url, town.mailbox, {
    cityId: CITY,
    login: { kind: 'mail', mail },
    password: NEWCOMER_PASSWORD,
    mail,
  })
}

/** M7: a newcomer whose application staff gave back. */
export function returnedNewcomer(bed: StatesBed): Promise<Visitor> {
  return bed.once('returned newcomer', async () => {
    const person = await newcomer(bed, 'returned@example.jp')
    await person.post(`/api/cities/${CITY}/permission`)
    const { personId } = z.object({ personId: z.string() }).parse((await person.get('/api/me')).body)
    const { body } = await person.get(`/api/cities/${CITY}/permission`)
    const { version: expectedVersion } = z.object({ version: z.number() }).parse(body)
    const reason = '電話がつながりません。番号を確かめて、もう一度申請してください。'
    await bed.town
      .visitor(STAFF)
      .post(`/api/staff/applicants/${personId}/return`, { expectedVersion, reason })
    return person
  })
}

/** M7: somebody whose application nobody has decided yet. */
export function waitingNewcomer(bed: StatesBed): Promise<Visitor> {
  return bed.once('waiting newcomer', async () => {
    const person = await newcomer(bed, 'waits@example.jp')
    await person.post(`/api/cities/${CITY}/permission`)
    return person
  })
}

/** G2: somebody with as many bookings as Mitaka lets a person hold. */
export function fullNewcomer(bed: StatesBed): Promise<Visitor> {
  return bed.once('newcomer at the quota', async () => {
    const person = await newcomer(bed, 'books-all@example.jp')
    await approvedByPhone(bed, person)
    const acceptedTermsVersion = await termsVersion(person)
    for (const from of Array.from(
      { length: mitaka.policy.quota.liveReservations ?? 0 },
      (_, index) => 9 + index / 2,
    )) {
      const form = {
        listingId: `${bed.venueId}-washitsu`,
        date: bookableDay(bed.today, 17),
        from: timeOf(from),
        to: timeOf(from + 0.5),
        eventName: '短い集まり',
        people: 3,
        note: '短い集まりのため。',
        paidEvent: false,
        acceptedTermsVersion,
        guardianPresent: true,
      }
      // The desk hears of the approval by a fact, a moment after identity has answered.
      const answer = await eventually(async () => {
        const outcome = await person.post('/api/reservations', form)
        if (outcome.code === 'not-approved') throw new Error('the desk has not heard of the approval')
        return outcome
      })
      parsed(z.object({}), answer, `booking at ${timeOf(from)}`)
    }
    return person
  })
}

async function approvedByPhone({ town }: StatesBed, person: Visitor): Promise<void> {
  await person.post(`/api/cities/${CITY}/permission`)
  const { personId } = z.object({ personId: z.string() }).parse((await person.get('/api/me')).body)
  const { body } = await person.get(`/api/cities/${CITY}/permission`)
  const { version: expectedVersion } = z.object({ version: z.number() }).parse(body)
  const contact = { by: 'phone', note: '電話で確かめました。' }
  const answer = await town
    .visitor(STAFF)
    .post(`/api/staff/applicants/${personId}/approve`, { expectedVersion, contact })
  parsed(z.object({}), answer, 'approval')
}

function timeOf(hours: number): string {
  return `${String(Math.floor(hours)).padStart(2, '0')}:${hours % 1 === 0 ? '00' : '30'}`
}

async function termsVersion(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get(`/api/cities/${CITY}`)
  return z.object({ policy: z.object({ termsVersion: z.string() }) }).parse(body).policy.termsVersion
}
