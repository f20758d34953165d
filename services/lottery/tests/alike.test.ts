import { emit } from '@asaichi/bus/emit.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listResults, tryDraw } from '@asaichi/contract/lottery/staff.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { HOUR, staff, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())

test('G3, A63: entries of one person behind two accounts are flagged to staff; a withdrawn one and namesakes are not', async () => {
  const [first, second, third, other] = await Promise.all([
    bed.person(),
    bed.person(),
    bed.person(),
    bed.person(),
  ])
  await bed.neighbours.identity.publish(async tx => {
    for (const { personId, cityId } of [second, third])
      await emit(tx, permissionChanged, {
        aggregateId: `${personId}:${cityId}`,
        version: 2,
        data: { personId, cityId, status: 'approved', adultFrom: '2000-01-01', alikeId: first.personId },
      })
  })
  await bed.quiet(bed.neighbours.identity)
  const entries = [await bed.entered(first), await bed.entered(second), await bed.entered(other)]
  const [mine] = entries
  if (!mine) throw new Error('not entered')
  expect(await bed.call(tryDraw, { actor: staff, roundId: mine.roundId })).toMatchObject({
    ok: true,
    value: { entries: 3, alikeEntries: 2 },
  })
  await bed.at(HOUR)
  const results = await bed.call(listResults, { actor: staff, roundId: mine.roundId })
  if (!results.ok) throw new Error(results.refusal.code)
  const flagged = results.value.items.filter(item => item.alike).map(item => item.personId)
  expect(flagged.toSorted()).toEqual([first.personId, second.personId].toSorted())
})
