import { Visitor } from '@asaichi/town/journey/visitor.ts'
import { z } from 'zod'
import { STAFF, type World } from './world.ts'

const CITY = 'mitaka'
export const NEWCOMER_PASSWORD = 'asagohan-to-misoshiru'

/** Somebody who has just registered in Mitaka and is logged in; one for each mail address. */
export function newcomer(world: World, mail: string): Promise<Visitor> {
  return world.once(`newcomer ${mail}`, () => registered(world, mail))
}

async function registered({ town }: World, mail: string): Promise<Visitor> {
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
export function returnedNewcomer(world: World): Promise<Visitor> {
  return world.once('returned newcomer', async () => {
    const person = await newcomer(world, 'returned@example.jp')
    await person.post(`/api/cities/${CITY}/permission`)
    const { personId } = z.object({ personId: z.string() }).parse((await person.get('/api/me')).body)
    const { body } = await person.get(`/api/cities/${CITY}/permission`)
    const { version: expectedVersion } = z.object({ version: z.number() }).parse(body)
    const reason = '電話がつながりません。番号を確かめて、もう一度申請してください。'
    await world.town
      .visitor(STAFF)
      .post(`/api/staff/applicants/${personId}/return`, { expectedVersion, reason })
    return person
  })
}

async function termsVersion(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get(`/api/cities/${CITY}`)
  return z.object({ policy: z.object({ termsVersion: z.string() }) }).parse(body).policy.termsVersion
}
