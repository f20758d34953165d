import { done } from '@asaichi/contract/define.ts'
import { pointsGiven } from '@asaichi/contract/reservation/points.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { newcomer, startNotificationBed } from './notification-bed.ts'
import { POINTS } from './sample-letter.ts'

const bed = await forThisFile(startNotificationBed())

function given(differences: Partial<typeof POINTS> = {}, waivedAt: string | null = null) {
  const { personId, mail } = newcomer(bed)
  const pointId = newId()
  const point = { ...POINTS.point, pointId, waivedAt }
  bed.answers.points.set(pointId, done({ ...POINTS, personId, ...differences, point }))
  const { reservationId } = point
  return { mail, pointId, fact: { pointId, reservationId, personId, cityId: 'mitaka' } }
}

test('mail T, G8: points are told once, with the booking, what counts now and what it leads to', async () => {
  const { mail, fact } = given()
  for (const _ of [1, 2]) await bed.tell(pointsGiven, fact)
  const { subject, text, html } = await bed.mailTo(mail)
  expect(subject).toBe('【三鷹市】2点がつきました')
  for (const body of [text, html])
    for (const words of [
      'ご利用がなかったため',
      '今の点は2点',
      '180日のうちに3点',
      '30日のあいだ',
      POINTS.venueName,
    ])
      expect(body).toContain(words)
  await bed.quiet(bed.producers.reservation)
  expect(await bed.mailsTo(mail)).toHaveLength(1)
})

test('mail T, G8: where they begin a ban it says so first, and until when', async () => {
  const { mail, fact } = given({ counted: 3, bannedUntil: '2024-12-31T15:00:00.000Z' })
  await bed.tell(pointsGiven, fact)
  const { subject, text } = await bed.mailTo(mail)
  expect(subject).toBe('【三鷹市】点により、新しい申込みができなくなりました')
  expect(text).toContain('2024年（令和6年）12月31日（火）24:00まで')
  expect(text).toContain('すでにある予約は、そのままお使いになれます')
})

test('mail T, G8: what was waived before it was sent is not told', async () => {
  const { pointId, fact } = given({}, '2024-12-01T04:00:00.000Z')
  await bed.tell(pointsGiven, fact)
  await eventually(async () =>
    expect(await bed.row(pointId)).toMatchObject({ status: 'dropped', last_error: 'overtaken' }),
  )
})
