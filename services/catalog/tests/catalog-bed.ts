import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import type { Running } from '@asaichi/service/run.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { startCatalog } from '../src/start.ts'

/** Starts the catalogue and waits until its last question is answered: the bus knows a subscription a moment after it was made. */
export async function startCatalogIn(bed: Bed): Promise<Running> {
  const running = await bed.start('catalog', startCatalog)
  await eventually(() => bed.call(getAvailability, { listingId: 'nothing', month: '2026-12' }))
  return running
}
