import { done, request } from '@asaichi/contract/define.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { startService } from '../src/start-service.ts'

const bed = await forThisFile(startBed())
const ask = request('lottery.call.slow-question.v1', {
  input: z.object({}),
  output: z.object({ isPartThere: z.boolean() }),
  refusals: {},
})

test('D28: a question at hand when a service stops is answered while its parts are still there', async () => {
  const asked = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  let isPartThere = true
  const running = await bed.start('lottery', (config, log) =>
    startService<unknown>({
      service: 'lottery',
      config,
      log,
      migrations: { name: 'effects', folder: new URL('./effects/', import.meta.url) },
      dueHandlers: {},
      attach({ bus }) {
        bus.serve(ask, async () => {
          asked.resolve()
          await go.promise
          return done({ isPartThere })
        })
        return {
          async [Symbol.asyncDispose]() {
            isPartThere = false
          },
        }
      },
    }),
  )
  const answer = bed.call(ask, {}, { deadlineMs: 60_000 })
  await asked.promise
  const stopped = running[Symbol.asyncDispose]()
  // Once NATS knows that the stop has begun, the next one finds nobody; one that came before waits as the first does.
  await eventually(() =>
    expect(bed.call(ask, {}, { deadlineMs: 300 })).rejects.toMatchObject({ kind: 'unavailable' }),
  )
  go.resolve()
  expect(await answer).toEqual(done({ isPartThere: true }))
  await stopped
  expect(isPartThere).toBe(false)
})
