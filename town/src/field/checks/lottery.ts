import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { z } from 'zod'
import { ROOM } from '../../journey/chapters/application.ts'
import { mustBe, waitFor } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { words } from '../forms.ts'

/** Wishes, and what becomes of them at seven. */
export const lotteryChecks: readonly Check[] = [
  { id: '3.2', says: 'a wish for a time that the city holds is refused at once', play: heldByCity },
]

async function heldByCity(field: Field): Promise<void> {
  const Time = z.object({ now: z.string() })
  const { now } = parsed(Time, await field.passerBy.get('/api/time'), 'time')
  // M17: entries are taken from the 35th to the 29th day before.
  const date = addDays(localDateOf(now), 33)
  const hold = { spaceId: ROOM, kind: 'closure', reason: '床の張り替え', date, from: '13:00', to: '15:00' }
  mustBe((await field.staff.post('/api/staff/holds', hold)).status, 201, 'the closure')
  const wish = { listingId: ROOM, date, from: '14:00', to: '16:00' }
  await waitFor('the refusal of a wish for it', async () => {
    const form = { wishes: [wish], ...(await words(field)) }
    const entry = await field.resident.post('/api/entries', form)
    return entry.code === 'held-by-city' ? true : undefined
  })
  const beside = { wishes: [{ ...wish, from: '15:00' }], ...(await words(field)) }
  mustBe((await field.neighbour.who.post('/api/entries', beside)).status, 201, 'a wish beside it')
}
