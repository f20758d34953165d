import { CODES_MAX } from '@asaichi/contract/lock/code-report.ts'
import { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import { CommandResult, LockEvent, Presence, type Reported } from '@asaichi/contract/lock/topics.ts'
import type { CodeSpec } from './cloud.ts'
import { type Stand, until } from './stand.ts'

/** One sentence of docs/locks/protocol.md; `run` throws with what was seen instead. They build on one another, in this order. */
export type Check = { readonly says: string; readonly run: (stand: Stand) => Promise<void> }

export const CONNECT_MS = 120_000
const HOUR = 3_600_000

export const CHECKS: readonly Check[] = [
  { says: 'says that it is online, retained, with the boot of this run', run: isOnline },
  { says: 'tells what it can hold and takes', run: tellsAbout },
  { says: 'takes a set and says what became of each code', run: takesSet },
  { says: 'sets its clock by the gateway', run: knowsTime },
  {
    says: 'tells of its start and of the set it took, each event under a number of its own',
    run: tellsEvents,
  },
  { says: 'changes nothing when the same set comes again', run: keepsSame },
  { says: 'lets go of a code that left the set', run: letsGo },
  { says: 'refuses a set whose digest is not that of its codes', run: refusesDigest },
  { says: 'refuses a code that was sealed for another lock', run: refusesForeignSeal },
  { says: 'obeys a command once', run: obeysOnce },
  { says: 'comes back after its gateway was away, with its set', run: comesBack },
  { says: 'refuses an older revision, also from a gateway that forgot', run: refusesOlder },
  { says: 'takes a lower revision of a higher epoch', run: takesEpoch },
  { says: 'holds as many codes as it says, nearest starts first', run: holdsMany },
]

export const LAST_CHECK: Check = { says: 'never said a digit of a code', run: keptSecret }

export const NOW_CODE = '804617'
export const LATER_CODE = '935182'
const DIGITS: readonly string[] = [NOW_CODE, LATER_CODE]

function nowCode(id = 'now'): CodeSpec {
  return { id, digits: NOW_CODE, windows: [span(-1, 5)] }
}
function laterCode(): CodeSpec {
  return { id: 'later', digits: LATER_CODE, windows: [span(24, 26)] }
}
function span(fromHours: number, toHours: number) {
  const at = (hours: number) => new Date(Math.floor(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString()
  return { from: at(fromHours), to: at(toHours) }
}

async function isOnline({ cloud }: Stand): Promise<void> {
  await until('presence online', () => online({ cloud }), CONNECT_MS)
}

function online({ cloud }: Pick<Stand, 'cloud'>): Presence | undefined {
  const newest = cloud.heard('presence', Presence).at(-1)
  return newest?.state === 'online' ? newest : undefined
}

async function tellsAbout({ cloud }: Stand): Promise<void> {
  await until('a document about in its shape', () => cloud.heard('about', LockAbout).at(-1))
}

async function takesSet(stand: Stand): Promise<void> {
  const { epoch } = stand
  const desired = await stand.send({ rev: 1, epoch, codes: [nowCode(), laterCode()] })
  const report = await stand.reported(
    'a report of revision 1',
    ({ rev, epoch: of }) => rev === 1 && of === epoch,
  )
  if (report.digest !== desired.digest) throw new Error(`its digest is ${report.digest}`)
  await stand.reported('both codes stored or waiting', told => isThere(told, 'now') && isThere(told, 'later'))
}

function isThere({ results }: Reported, id: string): boolean {
  const result = results.find(row => row.id === id)?.result
  return result === 'stored' || result === 'waiting'
}

async function knowsTime(stand: Stand): Promise<void> {
  await stand.reported('a known clock', ({ clock }) => clock.quality === 'known')
  const { clock } = await stand.reported(
    'a clock at most 31 s away',
    ({ clock: { offsetSeconds } }) => Math.abs(offsetSeconds) <= 31,
  )
  if (clock.quality !== 'known') throw new Error('its clock is unknown again')
}

async function tellsEvents({ cloud, epoch }: Stand): Promise<void> {
  const events = () => cloud.heard('event', LockEvent)
  await until('an event boot', () => events().find(({ type }) => type === 'boot'))
  await until('an event set-applied of revision 1', () =>
    events().find(event => event.type === 'set-applied' && event.rev === 1 && event.epoch === epoch),
  )
  const numbers = events().map(({ boot, seq, type }) => `${boot}/${seq}/${type}`)
  const names = new Set(numbers.map(each => each.slice(0, each.lastIndexOf('/'))))
  if (names.size !== new Set(numbers).size) throw new Error('two events have one number')
}

async function keepsSame(stand: Stand): Promise<void> {
  const applied = () =>
    stand.cloud.heard('event', LockEvent).filter(({ type }) => type === 'set-applied').length
  const before = applied()
  const newest = stand.cloud.messages.length
  await stand.send({ rev: 1, epoch: stand.epoch, codes: [nowCode(), laterCode()] })
  await until(
    'the gateway has it',
    () => stand.cloud.messages.slice(newest).some(({ leaf }) => leaf === 'held') || undefined,
  )
  await settled(stand)
  if (applied() !== before) throw new Error('it told of another set')
}

/** Whatever was sent before has been worked off when the answer to a command is here. */
async function settled(stand: Stand): Promise<void> {
  const id = await command(stand)
  await until('an answer to a command', () => resultOf(stand, id))
}

async function command({ cloud }: Stand, id = `c${crypto.randomUUID()}`): Promise<string> {
  const expiresAt = new Date(Date.now() + 20_000).toISOString()
  await cloud.say('cmd', { id, type: 'resync', expiresAt })
  return id
}

function resultOf({ cloud }: Stand, id: string): CommandResult | undefined {
  return cloud.heard('cmd/res', CommandResult).find(answer => answer.id === id)
}

async function letsGo(stand: Stand): Promise<void> {
  const desired = await stand.send({ rev: 2, epoch: stand.epoch, codes: [nowCode()] })
  const told = await stand.reported('a report of revision 2', ({ rev }) => rev === 2)
  if (told.digest !== desired.digest) throw new Error(`its digest is ${told.digest}`)
  await stand.reported(
    'no row of the code that left',
    ({ results }) => !results.some(({ id }) => id === 'later'),
  )
}

async function refusesDigest(stand: Stand): Promise<void> {
  const desired = stand.seal({ rev: 3, epoch: stand.epoch, codes: [nowCode()] })
  await stand.cloud.say('desired', { ...desired, digest: 'f'.repeat(64) })
  await refused(stand, { rev: 3, reason: 'digest-mismatch' })
}

async function refused(
  stand: Stand,
  { rev, reason }: { readonly rev: number; readonly reason: string },
): Promise<void> {
  const told = await stand.reported(
    `a refusal of revision ${rev} as ${reason}`,
    report => report.refused?.rev === rev && report.refused.reason === reason,
  )
  if (told.rev === rev) throw new Error('it works on the set it refused')
  if (!isThere(told, 'now')) throw new Error('it lost the code that it had')
}

async function refusesForeignSeal(stand: Stand): Promise<void> {
  const { epoch } = stand
  const good = stand.seal({ rev: 4, epoch, codes: [nowCode()] })
  const moved = stand.seal({ rev: 4, epoch: epoch + 7, codes: [nowCode()] })
  await stand.cloud.say('desired', { ...good, codes: moved.codes })
  await refused(stand, { rev: 4, reason: 'digest-mismatch' })
}

async function obeysOnce(stand: Stand): Promise<void> {
  const newest = stand.cloud.messages.length
  const id = await command(stand)
  const first = await until('an answer to a command', () => resultOf(stand, id))
  if (first.result !== 'done') throw new Error(`the first time it said ${first.result}`)
  await until(
    'a report after resync',
    () => stand.cloud.messages.slice(newest).some(({ leaf }) => leaf === 'reported') || undefined,
  )
  await command(stand, id)
  const answers = () => stand.cloud.heard('cmd/res', CommandResult).filter(answer => answer.id === id)
  const second = await until('an answer to the same command again', () => answers()[1])
  if (second.result !== 'repeated') throw new Error(`the second time it said ${second.result}`)
}

async function comesBack(stand: Stand): Promise<void> {
  const boot = online(stand)?.boot
  await stand.send({ rev: 5, epoch: stand.epoch, codes: [nowCode()] })
  await stand.reported('a report of revision 5', ({ rev }) => rev === 5)
  const newest = stand.cloud.messages.length
  await stand.site.stop()
  await stand.site.start()
  const isBack = () =>
    stand.cloud.messages
      .slice(newest)
      .some(({ leaf, text }) => leaf === 'presence' && text.includes('online'))
  const back = await until(
    'presence online after the gateway came back',
    () => (isBack() ? online(stand) : undefined),
    CONNECT_MS,
  )
  if (back.boot !== boot) throw new Error('it started anew')
  await settled(stand)
  await stand.reported('the set it had', report => report.rev === 5 && isThere(report, 'now'))
}

async function refusesOlder(stand: Stand): Promise<void> {
  await stand.site.stop()
  await stand.site.start({ forgets: true })
  await settledAfter(stand)
  await stand.send({ rev: 4, epoch: stand.epoch, codes: [] })
  await refused(stand, { rev: 4, reason: 'older-rev' })
  await stand.send({ rev: 6, epoch: stand.epoch, codes: [nowCode()] })
  await stand.reported('a report of revision 6', ({ rev }) => rev === 6)
}

/** A device takes a while to come back, and what is said to it meanwhile is lost. */
async function settledAfter(stand: Stand): Promise<void> {
  const end = performance.now() + CONNECT_MS
  for (;;) {
    const id = await command(stand)
    const answer = await until('an answer', () => resultOf(stand, id), 2_000).catch(() => undefined)
    if (answer) return
    if (performance.now() > end) throw new Error('it did not come back')
  }
}

async function takesEpoch(stand: Stand): Promise<void> {
  const epoch = stand.epoch + 1
  await stand.send({ rev: 1, epoch, codes: [nowCode(), laterCode()] })
  await stand.reported(
    'a report of revision 1 of the next epoch',
    report => report.rev === 1 && report.epoch === epoch,
  )
  await stand.reported('both codes stored or waiting', told => isThere(told, 'now') && isThere(told, 'later'))
}

async function holdsMany(stand: Stand): Promise<void> {
  const about = stand.cloud.heard('about', LockAbout).at(-1)
  const room = Math.min(CODES_MAX, (about?.slots ?? 0) - (about?.foreignSlots.length ?? 0))
  const epoch = stand.epoch + 1
  const codes = Array.from({ length: CODES_MAX }, (_, at) => ({
    id: `m${at}`,
    digits: String(310_000 + 7 * at),
    windows: [span(30 + at, 31 + at)],
  }))
  await stand.send({ rev: 2, epoch, codes: codes.toReversed() })
  const told = await stand.reported(
    'a row for each of 256 codes',
    ({ rev, epoch: of, results }) => rev === 2 && of === epoch && results.length === CODES_MAX,
  )
  const wrong = codes.find(({ id }, at) => isThere(told, id) !== at < room)
  if (wrong) throw new Error(`${wrong.id} of ${room} places is not where it should be`)
  await stand.send({ rev: 3, epoch, codes: [nowCode(), laterCode()] })
  await stand.reported('the two codes again', ({ rev, results }) => rev === 3 && results.length === 2)
}

async function keptSecret({ cloud }: Stand): Promise<void> {
  const telling = cloud.messages.find(({ text }) => DIGITS.some(digits => text.includes(digits)))
  if (telling) throw new Error(`a message ${telling.leaf} holds the digits of a code`)
  if (!cloud.messages.some(({ leaf }) => leaf === 'reported')) throw new Error('it said nothing at all')
}
