import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Running } from '@asaichi/service/run.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { type Producer, startProducer } from '@asaichi/testkit/producer.ts'
import { startCatalog } from '../src/start.ts'

type Windows = City['policy']['windows']

/** The catalogue beside a reservation service that is only a voice, on a Tuesday; its cities open 28 days ahead and close two office days before use. */
export async function startCatalogBed(): Promise<
  Bed & { readonly reservation: Producer; readonly windows: Windows }
> {
  const stack = new AsyncDisposableStack()
  const bed = stack.use(await startBed())
  await bed.at('2026-12-01T03:00:00.000Z')
  await startCatalogIn(bed)
  const reservation = stack.use(await startProducer(bed, 'reservation'))
  const windows = { ...demoCity({ cityId: 'town' }).policy.windows, lottery: { kind: 'none' as const } }
  return { ...bed, reservation, windows, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** Starts the catalogue and waits until its last question is answered: the bus knows a subscription a moment after it was made. */
export async function startCatalogIn(bed: Bed): Promise<Running> {
  const running = await bed.start('catalog', startCatalog)
  await eventually(() => bed.call(getAvailability, { listingId: 'nothing', month: '2026-12' }))
  return running
}
