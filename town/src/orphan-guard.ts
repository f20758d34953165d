// A process beside the supervisor: when the supervisor is killed outright, it ends what would be left running.
// node orphan-guard.ts <folder of process records>; its stdin is the supervisor's life.
import { once } from 'node:events'
import { stopAll, survivors, untilGone } from './process-records.ts'

const DRAIN_MS = 4_000
const STOP_MS = 3_000

const folder = process.argv[2]
if (folder === undefined) throw new Error('Which folder of process records?')

process.stdin.resume()
await once(process.stdin, 'end')

// Our own processes see the same end of stdin and drain by themselves; PostgreSQL and NATS must outlast them.
const left = await survivors(folder)
await untilGone(
  left.filter(record => record.exitsWithParent),
  DRAIN_MS,
)
await stopAll(await survivors(folder), STOP_MS)
