import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import { enterFor } from '@asaichi/contract/lottery/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { BEACON, CLOSES, entryForm, FALLBACK, HOUR, OPENS, staff, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(
  startLotteryBed({
    policy: {
      classes: [
        { classId: 'residents', name: '市内' },
        { classId: 'outside', name: '市外', firstComeDelayDays: 7 },
        { classId: 'business', name: '企業', entersLottery: false },
      ],
    },
  }),
)

async function ofClass(actor: Actor | undefined, classId: string): Promise<Actor> {
  if (!actor) throw new Error('nobody')
  const { personId } = actor
  const data = { personId, cityId: 'mitaka', status: 'approved' as const, adultFrom: '2000-01-01', classId }
  const about = { aggregateId: `${personId}:mitaka`, version: 2 }
  await bed.neighbours.identity.publish(tx => emit(tx, permissionChanged, { ...about, data }))
  await bed.quiet(bed.neighbours.identity)
  return actor
}

test('G11, G13: a class that does not enter is refused with its name, by staff too; the others enter, and a loss tells their class', async () => {
  const [first, second, third] = await bed.people(3)
  if (!first) throw new Error('nobody')
  const [outsider, business] = [await ofClass(second, 'outside'), await ofClass(third, 'business')]
  await bed.at(OPENS)
  const refused = { ok: false, refusal: { code: 'class-not-in-lottery', detail: { name: '企業' } } }
  expect(await bed.enter(business)).toEqual(refused)
  const asked = { actor: staff, personId: business.personId, key: newId(), form: entryForm({}) }
  expect(await bed.call(enterFor, asked)).toEqual(refused)
  const entries = [await bed.entered(first), await bed.entered(outsider)]
  for (const at of [CLOSES, BEACON, FALLBACK, HOUR]) await bed.at(at)
  const mails = await Promise.all(
    entries.map(async ({ entryId }) => valueOf(await bed.call(getEntryMail, { entryId }))),
  )
  expect(mails.map(({ status }) => status).toSorted()).toEqual(['lost', 'won'])
  const isLoserOutside = mails[1]?.status === 'lost'
  expect(mails.find(({ status }) => status === 'lost')?.classId).toBe(isLoserOutside ? 'outside' : undefined)
  expect(codeOf(await bed.enter(business))).toBe('entries-closed')
})
