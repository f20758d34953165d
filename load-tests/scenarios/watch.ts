import { check } from 'k6'
import http from 'k6/http'
import { reload, unchanged } from '../lib/figures.ts'
import { plan } from '../lib/opened-plan.ts'

const LISTINGS = [...new Set(plan.slots.map(slot => slot.listingId))]

/** One browser's memory of a room's month. */
const tags = new Map<string, string>()

/** Reloads of the availability table; nobody needs to be logged in to look. */
export function watch(): void {
  const listing = LISTINGS[Math.floor(Math.random() * LISTINGS.length)] ?? ''
  const known = tags.get(listing)
  const answer = http.get(`${plan.baseUrl}/api/listings/${listing}/availability?month=${plan.month}`, {
    headers: { 'x-forwarded-for': someAddress(), ...(known !== undefined && { 'if-none-match': known }) },
    tags: { name: 'GET /api/listings/{listingId}/availability' },
  })
  reload.add(answer.timings.duration)
  check(answer, { 'a month was shown': ({ status }) => status === 200 || status === 304 })
  if (answer.status === 304) unchanged.add(1)
  const tag = answer.headers['Etag']
  if (tag !== undefined) tags.set(listing, tag)
}

function someAddress(): string {
  const byte = () => Math.floor(Math.random() * 256)
  return `10.200.${byte()}.${byte()}`
}
