import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../browser.ts'
import { lend, openLane } from '../states/lane.ts'
import { allScreenStates } from '../states/lists.ts'
import { startStatesBed } from '../states/states-bed.ts'
import { docsPictures, writeDocs } from './docs.ts'
import { allPictures, type Picture, picturesOf } from './pictures.ts'

const LANES = 2
const DOCS = path.resolve(import.meta.dirname, '../../../../docs/screens')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { docs: { type: 'boolean', default: false }, only: { type: 'string' } },
})
// The documents' own are taken all at once: their list is written anew, and what is not in it goes.
const folder = values.docs ? (values.only === undefined ? DOCS : undefined) : positionals[0]
if (folder === undefined) {
  tell(
    'npm run screens -- <folder> [--only R6]   a PNG of every state\nnpm run screens -- --docs   docs/screens, always all of it',
  )
  process.exitCode = 1
} else process.exitCode = (await takeAll(folder)) === 0 ? 0 : 1

/** Answers how many states could not be shown. */
async function takeAll(to: string): Promise<number> {
  const all = await allScreenStates()
  const wanted = values.docs ? docsPictures(all) : allPictures(all)
  const states = all.filter(state => wanted.has(state) && (values.only ?? state.screen) === state.screen)
  await mkdir(to, { recursive: true })
  await using bed = await startStatesBed()
  await using browsing = await openBrowser(bed.town.url)
  await using stack = new AsyncDisposableStack()
  const inLane = lend(Array.from({ length: LANES }, () => stack.use(openLane(bed, browsing))))
  const taken = await Promise.allSettled(
    states.map(state =>
      inLane(async lane => {
        const pictures = await picturesOf({ lane, state, wanted: wanted.get(state) ?? [], folder: to })
        tell(`${state.name}: ${pictures.length}`)
        return pictures
      }),
    ),
  )
  const failed = taken.filter(each => each.status === 'rejected')
  for (const { reason } of failed) tell(String(reason))
  const pictures: readonly Picture[] = taken.flatMap(each => (each.status === 'fulfilled' ? each.value : []))
  tell(`${pictures.length} pictures of ${states.length - failed.length} states in ${to}`)
  if (values.docs) await writeDocs(to, pictures)
  return failed.length
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
