import { enterLottery, withdrawEntry } from '@asaichi/contract/lottery/entries.ts'
import { enterFor } from '@asaichi/contract/lottery/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { BEACON, CLOSES, entryForm, FALLBACK, HOUR, OPENS, staff, startLotteryBed } from './lottery-bed.ts'

// From the day after the round opened until the day after its draw.
const STOP = {
  from: '2024-10-28',
  fromTime: '00:00',
  to: '2024-11-04',
  toTime: '08:30',
  text: '点検のため休みます。',
}
const detail = {
  text: STOP.text,
  stoppedFrom: '2024-10-27T15:00:00.000Z',
  stoppedUntil: '2024-11-03T23:30:00.000Z',
}

const bed = await forThisFile(startLotteryBed({ policy: { serviceStops: [STOP] } }))

test('G14, M18, M19: in a stop nobody enters or withdraws, staff enter for a caller, and the draw goes on by itself', async () => {
  const [early, late, caller] = await bed.people(3)
  if (!early || !late || !caller) throw new Error('nobody')
  await bed.at(OPENS)
  const key = newId()
  const entry = await bed.entered(early, { wish: { from: '09:00', to: '10:00' } }, key)
  await bed.at('2024-10-29T03:00:00.000Z')
  const refused = { ok: false, refusal: { code: 'service-stopped', detail } }
  expect(await bed.enter(late, { wish: { from: '11:00', to: '12:00' } })).toEqual(refused)
  expect(await bed.call(withdrawEntry, { actor: early, entryId: entry.entryId })).toEqual(refused)
  const form = entryForm({ wishes: entry.wishes.map(({ venueName: _, spaceName: __, ...wish }) => wish) })
  const again = await bed.call(enterLottery, { actor: early, key, form })
  expect(valueOf(again).entryId).toBe(entry.entryId)
  const wishes = [{ ...form.wishes[0], from: '13:00', to: '14:00' }] as typeof form.wishes
  const asked = { actor: staff, personId: caller.personId, key: newId(), form: { ...form, wishes } }
  expect(await bed.call(enterFor, asked)).toMatchObject({ ok: true })
  for (const at of [CLOSES, BEACON, FALLBACK, HOUR]) await bed.at(at)
  expect(await bed.round()).toMatchObject({ status: 'published', problem: null })
})
