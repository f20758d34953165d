import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { morningOf, ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { applyCity } from '@asaichi/contract/catalog/city-file.ts'
import { ALL_SERVICES, progressOf } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { inokashiraTobu, mitaka } from '../src/demo/mitaka.ts'
import { usualDayFrom } from '../src/demo/year-end.ts'
import { application } from '../src/journey/chapters/application.ts'
import { openWorld } from '../src/journey/world.ts'
import { startTown, type Town } from '../src/town.ts'

const Attributes = z.array(
  z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) }),
)
/** What OTLP/HTTP brings, as JSON. */
const Traces = z.object({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: Attributes }),
      scopeSpans: z.array(
        z.looseObject({
          spans: z.array(
            z.looseObject({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
})
type Seen = {
  readonly process: string | undefined
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentId: string | undefined
}

/** Of every process on the way, in the order of the way, what it tells of a press that the city approves by itself. */
const WAY = [
  ['gateway-api', 'POST /api/reservations'],
  ['gateway-api', 'reservation.call.apply-many.v1'],
  ['reservation', 'reservation.call.apply-many.v1'],
  ['reservation', 'desk'],
  ['reservation', 'tell reservation.event.reservation-requested.v1'],
  ['reservation', 'due approve-reservation'],
  ['reservation', 'tell reservation.event.reservation-approved.v1'],
  ['lock', 'hear reservation.event.reservation-approved.v1'],
  ['lock', 'publish desired'],
  ['lock', 'heard held'],
  ['lock', 'heard reported'],
  ['lock', 'tell lock.event.codes-ready.v1'],
  ['notification', 'hear lock.event.codes-ready.v1'],
] as const

test('a press is one trace: door, bus, desk, outbox, mail, and the lock’s own report', async () => {
  const collector = await startCollector()
  const told = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: '1' }
  const town = await startTown({
    dir: await ownFolder(),
    ports: 'free',
    demo: true,
    durable: false,
    clock: { now: morningOf(ORDINARY_DAY) },
    env: Object.fromEntries([...ALL_SERVICES, 'gateway-api'].map(part => [part, told])),
  })
  onTestFinished(town.stop)
  await letTheCityApprove(town)
  const world = await openWorld(town.urls)
  const date = usualDayFrom(addDays(localDateOf(morningOf(ORDINARY_DAY)), 7))
  const form = await application(world, { from: '09:00', to: '10:00', date })
  const answer = await world.resident.post('/api/reservations', form)
  expect(answer).toMatchObject({ status: 201 })

  await eventually(() => {
    const press = traceOf(collector.seen, 'POST /api/reservations')
    expect(
      WAY.filter(([process, name]) => !press.some(each => each.process === process && each.name === name)),
    ).toEqual([])
    expect(press.some(({ process, name }) => process === 'notification' && name.startsWith('mail '))).toBe(
      true,
    )
    expect(strayOf(press)).toEqual([])
    expect(press.filter(({ parentId }) => parentId === undefined)).toMatchObject([
      { name: 'POST /api/reservations' },
    ])
  }, 30_000)
})

async function letTheCityApprove({ operator }: Town): Promise<void> {
  await using bus = await connectAsking({
    nats: operator,
    party: 'operator',
    clock: createClock('movable'),
    log: createLog('test', 'silent'),
    absent: 'fail',
  })
  const city = { ...mitaka, policy: { ...mitaka.policy, approval: 'automatic' as const } }
  expect(await bus.call(applyCity, { city, venues: [inokashiraTobu], dryRun: false })).toMatchObject({
    ok: true,
  })
  // Told to who decides, too, and every day opened (M18): a press before that waits for staff, or comes again.
  await eventually(async () => {
    for (const service of ['catalog', 'lottery', 'reservation'] as const)
      expect(await bus.call(progressOf(service), {})).toMatchObject({ value: { busy: false } })
  }, 30_000)
}

/** Spans whose parent nobody told: the trace would fall apart there. */
function strayOf(spans: readonly Seen[]): readonly Seen[] {
  const known = new Set(spans.map(({ spanId }) => spanId))
  return spans.filter(({ parentId }) => parentId !== undefined && !known.has(parentId))
}

function traceOf(seen: readonly Seen[], rootName: string): readonly Seen[] {
  const root = seen.findLast(({ name, process }) => name === rootName && process === 'gateway-api')
  return seen.filter(({ traceId }) => traceId === root?.traceId)
}

async function startCollector() {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    void json(request).then(body => {
      for (const { resource, scopeSpans } of Traces.parse(body).resourceSpans) {
        const name = resource.attributes.find(({ key }) => key === 'service.name')
        for (const { spans } of scopeSpans)
          for (const { parentSpanId, ...span } of spans)
            seen.push({ ...span, parentId: parentSpanId || undefined, process: name?.value.stringValue })
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // Safe: it listens on a port.
  const { port } = server.address() as AddressInfo
  return { seen, url: `http://127.0.0.1:${port}` }
}
