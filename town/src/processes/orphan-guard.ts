// A process beside the supervisor: when the supervisor is killed outright, it ends what would be left running.
// node orphan-guard.ts <folder of process records> <ms to stop in>; its stdin is the supervisor's life.
import { once } from 'node:events'
import { stopAll, survivors, untilGone } from './process-records.ts'

const [folder, stopWithin_ms] = process.argv.slice(2)
if (folder === undefined) throw new Error('Which folder of process records?')

process.stdin.resume()
await once(process.stdin, 'end')

// Our own processes see the same end of stdin and drain by themselves; PostgreSQL and NATS must outlast them.
const left = await survivors(folder)
await untilGone(
  left.filter(record => record.exitsWithParent),
  Number(stopWithin_ms) / 2,
)
await stopAll(await survivors(folder), Number(stopWithin_ms) / 4)
