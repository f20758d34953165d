import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { entryWithdrawn, withdrawEntry } from '@asaichi/contract/lottery/entries.ts'
import { weighEntrant } from '@asaichi/contract/lottery/own-data.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())
const weigh = ({ personId }: Actor) => bed.call(weighEntrant, { personId })

test('V11: entries that are not decided yet are counted, and none that was taken back', async () => {
  const actor = await bed.person()
  expect(await weigh(actor)).toMatchObject({ value: { entries: 0 } })
  const { entryId } = await bed.entered(actor)
  expect(await weigh(actor)).toMatchObject({ value: { entries: 1 } })
  await bed.call(withdrawEntry, { actor, entryId })
  expect(await weigh(actor)).toMatchObject({ value: { entries: 0 } })
})

test('V11: of who has left an open entry is taken back, and what they wrote is erased; nobody else’s', async () => {
  const [gone, other] = [await bed.person(), await bed.person()]
  const entry = await bed.entered(gone, { note: '花田家 090-0000-0000' })
  await bed.entered(other, { note: '読書会' })
  const { personId } = gone
  const data = { withdrawalId: newId(), personId, cityId: 'mitaka' }
  await bed.neighbours.identity.publish(tx =>
    emit(tx, personWithdrawn, { aggregateId: personId, version: 1, data }),
  )
  await bed.facts.waitFor(entryWithdrawn, fact => fact.entryId === entry.entryId)
  await bed.quiet(bed.neighbours.identity)
  expect(await weigh(gone)).toMatchObject({ value: { entries: 0 } })
  const rows = JSON.stringify(await bed.sql('select to_jsonb(e) as row from lottery.entries e'))
  expect(rows).not.toContain('花田')
  expect(rows).toContain('読書会')
})
