import { explainEntry, getEntryMail, listMyEntries } from '@asaichi/contract/lottery/entries.ts'
import { getBundlePart, getWinners } from '@asaichi/contract/lottery/rounds.ts'
import { listResults, resendResults, tryDraw } from '@asaichi/contract/lottery/staff.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { HOUR, staff, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())

test('A70: before the hour neither resident nor staff nor a reader of the bus learns a result that is already drawn', async () => {
  const [ann, ben] = await bed.people(2)
  if (!ann || !ben) throw new Error('nobody')
  const { entryId, roundId } = await bed.entered(ann)
  const rival = await bed.entered(ben)
  await bed.at('2024-11-02T21:59:59.999Z')
  expect(await bed.round()).toMatchObject({ status: 'drawn' })

  const notYet = { ok: false, refusal: { code: 'not-published-yet', detail: { publishedAt: HOUR } } }
  const notFound = { ok: false, refusal: { code: 'not-found' } }
  expect(await bed.call(explainEntry, { actor: ann, entryId })).toMatchObject(notYet)
  expect(await bed.call(explainEntry, { actor: staff, entryId })).toMatchObject(notYet)
  expect(await bed.call(listResults, { actor: staff, roundId })).toMatchObject(notYet)
  expect(await bed.call(resendResults, { actor: staff, roundId })).toMatchObject(notYet)
  expect(await bed.call(tryDraw, { actor: staff, roundId })).toMatchObject({
    refusal: { code: 'round-over' },
  })
  expect(await bed.call(getBundlePart, { roundId, part: 0 })).toMatchObject(notFound)
  expect(await bed.call(getWinners, { roundId })).toMatchObject(notFound)
  const unknown = { status: 'entered', wonWish: null, position: null, reservationId: null }
  expect(await bed.call(listMyEntries, { actor: ann })).toMatchObject({ value: { items: [unknown] } })
  for (const id of [entryId, rival.entryId])
    expect(await bed.call(getEntryMail, { entryId: id })).toMatchObject({ value: unknown })

  const told = bed.facts.all.filter(({ text }) => text.includes(entryId) || text.includes(roundId))
  expect(new Set(told.map(({ subject }) => subject))).toEqual(
    new Set(['entry-received', 'round-opened', 'round-frozen'].map(name => `lottery.event.${name}.v1`)),
  )
  const [columns] = await bed.sql<{ told: number }>(
    'select count(position)::int + count(won_wish)::int as told from lottery.entries',
  )
  expect(columns?.told).toBe(0)

  await bed.at(HOUR)
  expect(await bed.call(explainEntry, { actor: ann, entryId })).toMatchObject({ ok: true })
  expect(await bed.call(getBundlePart, { roundId, part: 0 })).toMatchObject({ ok: true, value: { parts: 1 } })
  expect(await bed.call(getBundlePart, { roundId, part: 1 })).toMatchObject(notFound)
})
