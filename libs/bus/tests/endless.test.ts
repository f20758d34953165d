import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { startListener, tell } from './listener.ts'

const bed = await forThisFile(startBed())

test('P2: a handler that never ends is given up each time after ten seconds, its fact is parked, and the next one goes on', async () => {
  await using producer = await startProducer(bed, 'catalog')
  const { heard } = await startListener(bed, {
    after: (_tx, fact) => (fact.data.n === 1 ? new Promise(() => undefined) : Promise.resolve()),
  })
  for (const n of [1, 2]) await producer.publish(tx => tell(tx, n))
  await eventually(async () => expect(await heard()).toEqual([2]), 110_000)
  expect(await bed.sql('select reason from lottery.parked_messages')).toEqual([{ reason: 'NeverEnds' }])
})
