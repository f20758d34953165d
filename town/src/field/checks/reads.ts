import { z } from 'zod'
import { ROOM } from '../../journey/chapters/application.ts'
import { must, mustBe } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { book, shows } from '../forms.ts'

/** What the front door answers to whoever reads. */
export const readChecks: readonly Check[] = [
  { id: 'B4', says: 'a page opens for every client that does not refuse HTML', play: pages },
  {
    id: 'B15',
    says: 'an availability that was seen before is not believed without asking',
    play: freshCalendar,
  },
  {
    id: 'W3m',
    says: 'a calendar asked for without a month begins where something can be booked',
    play: firstMonth,
  },
  { id: '3.14', says: 'every read refuses a query field it does not know', play: unknownField },
  {
    id: '3.15',
    says: 'the open reads can be read by pages of other sites, the others not',
    play: otherSites,
  },
  { id: '3.12', says: 'the year’s end is shut in the years to come', play: yearsEnd },
  { id: '4.2', says: 'a search finds every dash and wave', play: dashes },
]

async function pages({ app }: Field): Promise<void> {
  for (const path of ['/search', '/venues/mitaka-inokashira-tobu', '/notices'])
    for (const headers of [{ accept: '*/*' }, { accept: 'image/*, */*;q=0.1' }, { accept: 'text/html' }]) {
      const answer = await fetch(app + path, { method: 'HEAD', headers })
      mustBe(answer.status, 200, `${path} for ${headers.accept}`)
      must(answer.headers.get('content-type')?.startsWith('text/html') ?? false, `${path} is no page`)
    }
  const json = await fetch(`${app}/search`, { headers: { accept: 'application/json' } })
  mustBe(json.status, 404, 'a page for who takes JSON alone')
}

async function freshCalendar(field: Field): Promise<void> {
  const date = field.nextDay()
  const url = `${field.app}/api/listings/${ROOM}/availability?month=${date.slice(0, 7)}`
  const before = await fetch(url)
  const tag = before.headers.get('etag')
  must(tag !== null, 'no entity tag')
  await book(field, field.resident, { date, from: '16:00', to: '17:00' })
  await shows(field, { date }, /^.{14}xx/)
  const after = await fetch(url, { headers: { 'if-none-match': tag, 'cache-control': 'no-cache' } })
  mustBe(after.status, 200, 'an old tag after a booking')
}

async function firstMonth(field: Field): Promise<void> {
  const month = parsed(
    z.object({ days: z.array(z.object({ p: z.string(), s: z.string() })) }),
    await field.passerBy.get(`/api/listings/${ROOM}/availability`),
    'availability',
  )
  must(
    month.days.some(({ p, s }) => 'lf'.includes(p) && s.includes('o')),
    'a month without a bookable day',
  )
}

async function unknownField({ passerBy, resident }: Field): Promise<void> {
  for (const path of ['/api/cities', '/api/cities/mitaka', '/api/time', `/api/listings/${ROOM}/availability`])
    mustBe((await passerBy.get(`${path}?_=1`)).status, 422, path)
  mustBe((await resident.get('/api/reservations?nonsense=1')).status, 422, '/api/reservations')
}

async function otherSites({ app }: Field): Promise<void> {
  const headers = { origin: 'https://machi.example' }
  const allowed = async (path: string) =>
    (await fetch(app + path, { headers })).headers.get('access-control-allow-origin')
  mustBe(await allowed('/api/cities/mitaka/venues'), '*', 'an open read')
  mustBe(await allowed('/api/venues/nowhere'), '*', 'a refusal of an open read')
  mustBe(await allowed('/api/session'), null, 'a read about a person')
}

async function yearsEnd(field: Field): Promise<void> {
  const venue = parsed(
    z.object({ closures: z.array(z.object({ from: z.string(), to: z.string() })) }),
    await field.passerBy.get('/api/venues/mitaka-inokashira-tobu'),
    'venue',
  )
  for (const day of ['2027-01-01', '2027-12-31'])
    must(
      venue.closures.some(({ from, to }) => from <= day && day <= to),
      `${day} is open`,
    )
}

async function dashes({ passerBy }: Field): Promise<void> {
  const Venues = z.object({ items: z.array(z.object({ venueId: z.string() })) })
  // The hall's text says Wi-Fi with the hyphen of ASCII.
  for (const text of ['Wi-Fi', 'Wi−Fi', 'Ｗｉ‐Ｆｉ', 'wi–fi']) {
    const answer = await passerBy.get(`/api/cities/mitaka/venues?text=${encodeURIComponent(text)}`)
    must(parsed(Venues, answer, text).items.length > 0, `${text} finds nothing`)
  }
}
