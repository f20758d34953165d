import type { Call } from '@asaichi/bus/call.ts'
import { type City, getCity } from '@asaichi/contract/catalog/city.ts'
import { searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { done } from '@asaichi/contract/define.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { listFacilities } from './list-facilities.ts'

const city = demoCity({ cityId: 'mitaka' })
const openData = { municipalityCode: '132047', prefecture: '東京都', licence: 'CC BY 4.0' }

/** A catalogue with this city and pages of one venue; `pages` is how many were asked for. */
function catalogue(known: City, { last }: { readonly last: number }) {
  const asked = { pages: 0 }
  const answers = (request: unknown, input: unknown) => {
    if (request === getCity) return done(known)
    if (request !== searchVenues) throw new Error('nothing else is asked')
    asked.pages += 1
    const nr = Number(z.object({ after: z.string().default('0') }).parse(input).after) + 1
    return done({ items: [demoVenue({ venueId: `hall-${nr}` })], next: nr === last ? null : String(nr) })
  }
  // Safe: answers as the two requests promise.
  return { asked, call: (async (request, input) => answers(request, input)) as Call }
}

test('all pages are listed, each hall once', async () => {
  const { call } = catalogue({ ...city, openData }, { last: 3 })
  const listed = await listFacilities(call, 'mitaka', 'https://yoyaku.example.jp')
  if (!listed.ok) throw new Error('refused')
  expect(listed.value.items.map(item => item['外部識別子の値'])).toEqual(['hall-1', 'hall-2', 'hall-3'])
})

test('a city that publishes none is not found, and its halls are not asked for', async () => {
  const { asked, call } = catalogue(city, { last: 3 })
  expect(await listFacilities(call, 'mitaka', 'https://yoyaku.example.jp')).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
  expect(asked.pages).toBe(0)
})

test('a catalogue that never ends is asked a bounded number of times', async () => {
  const { asked, call } = catalogue({ ...city, openData }, { last: Number.NaN })
  await listFacilities(call, 'mitaka', 'https://yoyaku.example.jp')
  expect(asked.pages).toBe(100)
})
