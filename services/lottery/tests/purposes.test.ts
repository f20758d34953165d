import { getWinners } from '@asaichi/contract/lottery/rounds.ts'
import { enterFor } from '@asaichi/contract/lottery/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { CLOSES, HOUR, type LotteryBed, staff, startLotteryBed, wishOf } from './lottery-bed.ts'

const MUSIC = { purposeId: 'music', name: '音楽の練習' }
const bed: LotteryBed = await forThisFile(startLotteryBed({ policy: { purposes: [MUSIC] } }))

test('M24: an entry says what it is for where the city asks it, staff may leave a caller’s open, and the winner’s is told with the win', async () => {
  const [actor, caller] = [await bed.person(), await bed.person()]
  expect(codeOf(await bed.enter(actor))).toBe('purpose-needed')
  expect(codeOf(await bed.enter(actor, { purposeId: 'sumo' }))).toBe('purpose-needed')
  const entry = await bed.entered(actor, { purposeId: 'music' })
  expect(entry.purpose).toEqual(MUSIC)
  const wishes = [wishOf({ from: '18:00', to: '20:00' })]
  const form = { ...EVERYDAY_EVENT, wishes }
  const entered = await bed.call(enterFor, { actor: staff, personId: caller.personId, key: newId(), form })
  expect(valueOf(entered)).not.toHaveProperty('purpose')
  await bed.at(CLOSES)
  await bed.at(HOUR)
  await expect.poll(async () => (await bed.round()).status).toBe('published')
  const { items } = valueOf(await bed.call(getWinners, { roundId: entry.roundId }))
  const purposeOf = (personId: string) => items.find(each => each.personId === personId)?.purpose
  expect([purposeOf(actor.personId), purposeOf(caller.personId)]).toEqual([MUSIC, undefined])
  expect(items).toHaveLength(2)
})
