import { parseArgs } from 'node:util'
import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import { AWKWARD_DAYS, awkwardDayOf } from '@asaichi/calendar/trial-days.ts'
import { type Part, playDate } from './play-date.ts'

// All awkward days; `--date`, once or more, names others, and `--turn` takes the one whose turn it is today.
const { values } = parseArgs({
  options: { date: { type: 'string', multiple: true }, turn: { type: 'boolean', default: false } },
})
const dates = chosenDates()
let [passed, failed] = [0, 0]
for (const date of dates) {
  say(`${date}  ${AWKWARD_DAYS.find(day => day.date === date)?.why ?? 'a day of your own'}`)
  for (const part of await partsOf(date)) {
    const isGood = part.failures.length === 0
    if (isGood) passed += 1
    else failed += 1
    say(`  ${isGood ? 'pass' : 'FAIL'}  ${part.name.padEnd(8)} ${part.played}`)
    for (const failure of part.failures) say(failure.replaceAll(/^/gm, '        '))
  }
}
if (failed > 0) say('One date again: npm run dates -- --date <date>')
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function chosenDates(): readonly string[] {
  if (values.date) {
    const wrong = values.date.filter(date => !isLocalDate(date))
    if (wrong.length > 0) throw new Error(`Not a date: ${wrong.join(', ')}`)
    return values.date
  }
  if (values.turn) return [awkwardDayOf(Temporal.Now.plainDateISO('Asia/Tokyo').toString()).date]
  return AWKWARD_DAYS.map(({ date }) => date)
}

/** A town that does not even start is told like any failure, and the other dates are played all the same. */
async function partsOf(date: string): Promise<readonly Part[]> {
  try {
    return await playDate(date)
  } catch (error) {
    return [{ name: 'screens', played: 'the town', failures: [String(error)] }]
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
