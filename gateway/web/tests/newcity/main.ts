import { instantAt } from '@asaichi/calendar/instant.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { apply } from '@asaichi/city/file/apply.ts'
import { cityFileText } from '@asaichi/city/file/city-file-text.ts'
import { exportCity } from '@asaichi/city/file/export.ts'
import { readCityFile } from '@asaichi/city/file/read-city-file.ts'
import { openBrowser } from '../browser.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'
import { playNewCity } from './play.ts'
import { WHOLE } from './sizes.ts'

const now = instantAt(ORDINARY_DAY, '12:00')
const file = await played()
tell('the same city from its file, in a town of its own:')
const again = await appliedTo(file)
tell(again === file ? 'export of both is the same' : 'FAIL: the two exports differ')
process.exitCode = again === file ? 0 : 1

async function played(): Promise<string> {
  await using town = await openTown({ now, demo: false })
  await using browsing = await openBrowser(town.url)
  return await playNewCity({ town, browsing, text: await readingIn('ja') }, WHOLE, tell)
}

/** What a second town, as empty as the first, gives back of the file. */
async function appliedTo(text: string): Promise<string> {
  const read = readCityFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  await using town = await openTown({ now, demo: false })
  await apply(town.call, read.file, { dryRun: false, say: tell })
  return cityFileText(await exportCity(town.call, read.file.city.cityId))
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
