import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browsing, openBrowser } from './browser.ts'
import { calendarPath, FIRST_VISITS } from './first-visits.ts'
import { ADMIN, STAFF, type StatesBed, startStatesBed } from './states/states-bed.ts'

// Budgets of the design (notes on the screens, section 8), measured from what the browser really asks for.
const KB = 1000
const SLOW_PHONE = { kbitPerSecond: 700, latencyMs: 300, cpuSlowdown: 6 } as const
const VISITS = 5
/** Of the time that the first page's list of cities takes on the same phone: scripts and one answer as well, and little to draw. */
const CALENDAR_TO_LIST = 1.15
const MONTH = /\/api\/listings\/[^/]+\/availability$/

const stack = new AsyncDisposableStack()
const told: Record<string, { readonly measured: string; readonly budget: string }> = {}
let bed: StatesBed
let browsing: Browsing
beforeAll(async () => {
  bed = stack.use(await startStatesBed())
  browsing = stack.use(await openBrowser(bed.town.url))
}, 180_000)
afterAll(async () => {
  process.stdout.write(`\n${table()}\n`)
  await stack.disposeAsync()
}, 60_000)

test.each(FIRST_VISITS)(
  'a first visit to the area %s keeps its JavaScript and style sheets small',
  async (area, path) => {
    const files = await filesOf(path(bed))
    within(`${area}: JS`, sizeOf(files, '.js'), 40 * KB)
    within(`${area}: CSS`, sizeOf(files, '.css'), 10 * KB)
  },
)

test.each([
  ['staff', STAFF, '/staff', 60],
  ['admin', ADMIN, '/admin/team', 80],
] as const)(
  'the screens of %s stay within what they ask for beyond a resident’s',
  async (who, mail, path, most) => {
    const cookie = await bed.town.session(mail)
    const resident = await filesOf('/')
    const files = await filesOf(path, cookie)
    const own = new Map([...files].filter(([url]) => !resident.has(url)))
    expect(own.size).toBeGreaterThan(0)
    within(`${who} beyond that: JS and CSS`, sizeOf(own, '.js') + sizeOf(own, '.css'), most * KB)
  },
)

test('a month of a room is small', async () => {
  const files = await filesOf(calendarPath(bed))
  const months = [...files].filter(([url]) => MONTH.test(url))
  expect(months).toHaveLength(1)
  for (const [, bytes] of months) within('a month of a room: JSON', gzipped(bytes), 1.5 * KB)
})

test('what is asked ahead of the calendar is not asked again by it', async () => {
  await using visit = await browsing.visit()
  const asked: string[] = []
  visit.page.on('request', request => asked.push(request.url()))
  await visit.page.goto(calendarPath(bed))
  await visit.page.locator('.calendar__table button').first().waitFor()
  await visit.page.waitForLoadState('networkidle')
  expect(asked).toContainEqual(expect.stringMatching(MONTH))
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
})

test('an old phone in a poor net shows the calendar hardly later than a list', async () => {
  const [lists, calendars]: [number[], number[]] = [[], []]
  for (let visit = 0; visit < VISITS; visit++) {
    lists.push(await timeTo('/', 'main li a'))
    calendars.push(await timeTo(calendarPath(bed), '.calendar__table button'))
  }
  const ratio = median(calendars) / median(lists)
  const { kbitPerSecond, latencyMs, cpuSlowdown } = SLOW_PHONE
  told[`calendar : list of cities (${kbitPerSecond} kbit/s, ${latencyMs} ms, CPU ÷ ${cpuSlowdown})`] = {
    measured: `${ratio.toFixed(2)} (${seconds(median(calendars))} : ${seconds(median(lists))}, medians of ${VISITS})`,
    budget: CALENDAR_TO_LIST.toFixed(2),
  }
  expect(ratio).toBeLessThanOrEqual(CALENDAR_TO_LIST)
}, 180_000)

/** Every file and answer that a first visit brings, with its bytes before compression. */
async function filesOf(path: string, cookie?: string): Promise<ReadonlyMap<string, Buffer>> {
  await using visit = await browsing.visit(cookie === undefined ? {} : { cookie })
  const files = new Map<string, Promise<Buffer>>()
  visit.page.on('response', response => {
    if (response.ok()) files.set(response.url(), response.body())
  })
  await visit.page.goto(path)
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  await visit.page.waitForLoadState('networkidle')
  return new Map(await Promise.all([...files].map(async ([url, body]) => [url, await body] as const)))
}

function sizeOf(files: ReadonlyMap<string, Buffer>, extension: '.js' | '.css'): number {
  const wanted = [...files].filter(([url]) => new URL(url).pathname.endsWith(extension))
  return wanted.reduce((sum, [, bytes]) => sum + gzipped(bytes), 0)
}

/** As the front door sends it to a browser that knows nothing better. */
function gzipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length
}

function within(what: string, bytes: number, budget: number): void {
  const shown = (each: number) => `${(each / KB).toFixed(1)} KB gz`
  told[what] = { measured: shown(bytes), budget: shown(budget) }
  expect(bytes, what).toBeGreaterThan(0)
  expect.soft(bytes, what).toBeLessThanOrEqual(budget)
}

function table(): string {
  const rows = [
    ['', 'measured', 'budget'],
    ...Object.entries(told).map(([what, row]) => [what, row.measured, row.budget]),
  ]
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

/** Milliseconds from the navigation to the frame that has what is looked for, with an empty cache. */
async function timeTo(path: string, wanted: string): Promise<number> {
  await using visit = await browsing.visit()
  const { page } = visit
  await slowDown(page)
  await page.addInitScript(selector => {
    const look = () => {
      if (document.querySelector(selector)) performance.mark('seen')
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, wanted)
  await page.goto(path, { timeout: 30_000 })
  const marked = await page.waitForFunction(() => performance.getEntriesByName('seen')[0]?.startTime, null, {
    timeout: 30_000,
  })
  return (await marked.jsonValue()) ?? Number.NaN
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

async function slowDown(page: Page): Promise<void> {
  const throughput = (SLOW_PHONE.kbitPerSecond * 1000) / 8
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_PHONE.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.cpuSlowdown })
}
