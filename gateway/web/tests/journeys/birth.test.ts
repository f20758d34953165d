import { instantAt } from '@asaichi/calendar/instant.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { apply } from '@asaichi/city/file/apply.ts'
import { readCityFile } from '@asaichi/city/file/read-city-file.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { playNewCity } from '../newcity/play.ts'
import { SHORT } from '../newcity/sizes.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const JOURNEY_MS = 600_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '12:00'), demo: false }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'T7, V9: from an empty database to a resident who books, wins and is approved, all in a browser; then its file says the same',
  async () => {
    const said: string[] = []
    const text = await readingIn('ja')
    const file = await playNewCity({ town, browsing, text }, SHORT, line => said.push(line))
    expect(said.join('\n')).toContain('抽選受付')
    const read = readCityFile(file)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const told: string[] = []
    await apply(town.call, read.file, { dryRun: true, say: line => told.push(line) })
    expect(told.at(-1)).toBe('Nothing changes: the town has the city as the file has it.')
  },
  JOURNEY_MS,
)
