import { done } from '@asaichi/contract/define.ts'
import { answersWanted } from '@asaichi/contract/reservation/unanswered.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NotificationBed, startNotificationBed } from './notification-bed.ts'
import { FACTS } from './sample-letter.ts'

const OFFICE = demoCity({ cityId: 'mitaka' }).office.mail
const ITEM = {
  reservationId: FACTS.reservationId,
  spaceName: FACTS.spaceName,
  date: FACTS.date,
  from: FACTS.from,
  to: FACTS.to,
  answerBy: FACTS.answerBy,
}

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at('2024-11-28T00:00:00.000Z')
})
afterAll(() => bed[Symbol.asyncDispose]())

test('mail N: the office is told once of a venue, with every use that waits and nobody by name', async () => {
  const items = [ITEM, { ...ITEM, from: '13:00', to: '15:00' }]
  bed.answers.wanted.set('inokashira', done({ venueName: FACTS.venueName, placeNames: [], total: 23, items }))
  const fact = { cityId: 'mitaka', venueId: 'inokashira', date: '2024-11-28' }
  for (const _ of [1, 2]) await bed.tell(answersWanted, fact)
  const { subject, text, html } = await bed.mailTo(OFFICE)
  expect(subject).toBe(`【三鷹市】まだ回答していない申込みが23件あります（${FACTS.venueName}）`)
  for (const body of [text, html])
    for (const words of ['09:00～12:00', '13:00～15:00', 'ほか21件', '/staff/applications'])
      expect(body).toContain(words)
  await bed.quiet(bed.producers.reservation)
  expect(await bed.mailsTo(OFFICE)).toHaveLength(1)
})

test('mail N: what was answered meanwhile is not told', async () => {
  bed.answers.wanted.set('kokaido', done({ venueName: '公会堂', placeNames: [], total: 0, items: [] }))
  await bed.tell(answersWanted, { cityId: 'mitaka', venueId: 'kokaido', date: '2024-11-28' })
  await eventually(async () =>
    expect(await bed.row('kokaido:2024-11-28')).toMatchObject({ status: 'dropped' }),
  )
})
