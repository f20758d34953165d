import { inokashiraTobu, mitaka, mitakaNotices } from '@asaichi/town/demo/mitaka.ts'
import { sapporo } from '@asaichi/town/demo/sapporo.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { type Browsing, DESK, openBrowser, PHONE } from './browser.ts'
import { keyboardOf } from './keyboard.ts'
import { reflowProblems } from './reflow.ts'
import { openTown, type TownBed } from './town-bed.ts'

const stack = new AsyncDisposableStack()
const SAPPORO = 'hikari@example.jp'
let town: TownBed
let browsing: Browsing
beforeAll(async () => {
  town = stack.use(await openTown())
  browsing = stack.use(await openBrowser(town.url))
}, 180_000)
afterAll(() => stack.disposeAsync())

test('the front page shows itself without trouble and without a single policy violation', async () => {
  await using visit = await browsing.visit()
  await visit.page.goto('/')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await visit.page.title()).not.toBe('')
  expect(visit.trouble()).toEqual([])
})

test('what the policy forbids is noticed', async () => {
  const visit = await browsing.visit()
  await visit.page.goto('/')
  await visit.page.evaluate(() => {
    const image = new Image()
    image.src = 'https://elsewhere.example/pixel.png'
    document.body.append(image)
  })
  await expect
    .poll(visit.trouble)
    .toContainEqual(expect.stringMatching(/^policy: img-src https:\/\/elsewhere/))
  await expect(visit[Symbol.asyncDispose]()).rejects.toThrow('The page was in trouble')
})

test.each([
  ['phone', PHONE],
  ['desk', DESK],
])('the front page on a %s: axe finds nothing, and nothing scrolls sideways', async (_, viewport) => {
  await using visit = await browsing.visit({ viewport, bypassCSP: true })
  await visit.page.goto('/')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await axeViolations(visit.page)).toEqual([])
  expect(await reflowProblems(visit.page)).toEqual([])
})

test('somebody with a session is known, and its first link is reached by keyboard', async () => {
  const cookie = await town.session('minami@example.jp')
  await using visit = await browsing.visit({ cookie })
  expect((await visit.context.request.get('/api/me')).status()).toBe(200)
  await visit.page.goto('/')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  await keyboardOf(visit.page).tabTo(visit.page.getByRole('link').first())
})

test.each([
  ['a venue', `/venues/${inokashiraTobu.venueId}`],
  ['its free times', `/listings/${inokashiraTobu.venueId}-yoshitsu/availability`],
  ['all its rooms on a day', `/venues/${inokashiraTobu.venueId}/day`],
  ['a notice', `/notices/${mitakaNotices[0]?.noticeId}`],
  ['a mail’s link', '/confirm?city=mitaka#token=used'],
])(
  'S7: whoever opens %s without having chosen a city sees its name and telephone number',
  async (_, path) => {
    await using visit = await browsing.visit()
    const { page } = visit
    await page.goto(path)
    await page.getByRole('banner').getByText(mitaka.name).waitFor()
    await page.getByRole('contentinfo').getByRole('link', { name: mitaka.office.phone }).waitFor()
  },
)

test('S7: the city of a page is that of what it shows, also for somebody of another city, and is not kept', async () => {
  await using visit = await browsing.visit({ cookie: await town.session(SAPPORO) })
  const { page } = visit
  await page.goto(`/venues/${inokashiraTobu.venueId}`)
  await page.getByRole('banner').getByText(mitaka.name).waitFor()
  await page.getByRole('link', { name: /困ったとき/ }).click()
  await page.getByRole('banner').getByText(sapporo.name).waitFor()
})
