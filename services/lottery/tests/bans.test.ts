import { done } from '@asaichi/contract/define.ts'
import { enterFor } from '@asaichi/contract/lottery/staff.ts'
import { getBan } from '@asaichi/contract/reservation/points.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { entryForm, staff, startLotteryBed } from './lottery-bed.ts'

const points = { noShow: 2, bannedAt: 2, countedDays: 30, banDays: 14 }
const bannedUntil = '2024-11-09T15:00:00.000Z'
const bed = await forThisFile(startLotteryBed({ policy: { points } }))
const bans = new Map<string, string>()
bed.serve(getBan, ({ personId }) => done({ bannedUntil: bans.get(personId) ?? null }))

test('G8: who is banned enters no lottery, for themselves or by staff; what was entered before stays and answers its key', async () => {
  const person = await bed.person()
  const key = newId()
  const first = await bed.entered(person, { wish: { from: '09:00', to: '10:00' } }, key)
  bans.set(person.personId, bannedUntil)
  const refused = { ok: false, refusal: { code: 'banned', detail: { bannedUntil } } }
  expect(await bed.enter(person, { wish: { from: '11:00', to: '12:00' } })).toEqual(refused)
  const form = entryForm({
    wishes: [{ listingId: 'yoshitsu', date: '2024-12-01', from: '11:00', to: '12:00' }],
  })
  const asked = { actor: staff, personId: person.personId, key: newId(), form }
  expect(await bed.call(enterFor, asked)).toEqual(refused)
  const again = await bed.enter(person, { wish: { from: '09:00', to: '10:00' } }, key)
  expect(valueOf(again).entryId).toBe(first.entryId)
  bans.delete(person.personId)
  expect(codeOf(await bed.enter(person, { wish: { from: '11:00', to: '12:00' } }))).toBe('done')
})

test('G8: a city without it asks nobody', async () => {
  await using off = await startLotteryBed()
  // Nobody answers there: a question would fail.
  expect(codeOf(await off.enter(await off.person(), { wish: { from: '09:00', to: '10:00' } }))).toBe('done')
})
