import { randomUUID } from 'node:crypto'
import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { emergencyCodeUsed, getEmergencyUseMail } from '@asaichi/contract/lock/emergency.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startNotificationBed } from './notification-bed.ts'

const OFFICE = demoCity({ cityId: 'mitaka' }).office.mail
const AT = '2024-11-28T00:05:00.000Z'
const bed = await forThisFile(startNotificationBed())
await bed.at(AT)
const uses = new Map<string, string>()
bed.serve(getEmergencyUseMail, ({ useId }) => {
  const at = uses.get(useId)
  return at === undefined ? refuse('not-found') : done({ venueId: 'kokaido', doorName: '玄関', at })
})
bed.serve(getVenue, ({ venueId }) => done(demoVenue({ venueId, cityId: 'mitaka', name: '公会堂' })))

async function used(at: string, lockId = 'kokaido-entrance') {
  const useId = randomUUID()
  uses.set(useId, at)
  await bed.tell(emergencyCodeUsed, { cityId: 'mitaka', venueId: 'kokaido', lockId, useId, at })
}

test('mail U, V13: the office is told which door an emergency number opened and when, once a door and hour', async () => {
  await used(AT)
  const { subject, text, html } = await bed.mailTo(OFFICE)
  expect(subject).toBe('【三鷹市】非常用の番号で扉が開きました（公会堂・玄関）')
  for (const body of [text, html])
    for (const words of ['09:05', '公会堂の玄関', '/staff/locks/emergency']) expect(body).toContain(words)
  await used('2024-11-28T00:50:00.000Z')
  await used('2024-11-28T01:00:00.000Z')
  await used('2024-11-28T01:10:00.000Z', 'kokaido-shed')
  await bed.quiet(bed.producers.lock)
  await expect.poll(async () => (await bed.mailsTo(OFFICE)).length, { timeout: 20_000 }).toBe(3)
})
