import { z } from 'zod'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'

const VENUE = 'mitaka-inokashira-tobu'
export const ROOM = `${VENUE}-yoshitsu`
export const PAID = `${ROOM}-paid`
export const OTHER_ROOM = `${VENUE}-washitsu`
export const ENTRANCE = `${VENUE}-genkan`

const City = z.object({ policy: z.object({ termsVersion: z.string() }) })

/** A filled form for 1階洋室 on the story's use date (M24). */
export async function application(
  world: World,
  span: { readonly from: string; readonly to: string; readonly date?: string },
): Promise<Record<string, unknown>> {
  return { listingId: ROOM, date: world.useDate, ...span, ...(await words(world)) }
}

/** M19: the same words with a wish for a room and an hour. */
export async function entryForm(
  world: World,
  wish: { readonly listingId: string; readonly from: string; readonly to: string },
): Promise<Record<string, unknown>> {
  return { wishes: [{ date: world.drawDate, ...wish }], ...(await words(world)) }
}

async function words({ passerBy }: World): Promise<Record<string, unknown>> {
  const { policy } = parsed(City, await passerBy.get('/api/cities/mitaka'), 'city')
  return {
    eventName: '朝の体操の会',
    people: 12,
    note: '見本町体操クラブ 月例の練習',
    paidEvent: false,
    acceptedTermsVersion: policy.termsVersion,
    guardianPresent: false,
  }
}
