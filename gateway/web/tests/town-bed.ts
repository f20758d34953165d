import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import type { Call } from '@asaichi/bus/call.ts'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import { inviteOperator } from '@asaichi/contract/identity/team.ts'
import { getTownClock, setTownClock } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { demoPerson, demoVisitor } from '@asaichi/town/journey/demo-visitor.ts'
import { Keypad } from '@asaichi/town/journey/keypad.ts'
import { Mailbox } from '@asaichi/town/journey/mailbox.ts'
import { Visitor } from '@asaichi/town/journey/visitor.ts'
import { startTown } from '@asaichi/town/town.ts'
import type { TownRecord } from '@asaichi/town/town-record.ts'

/** A whole town of the test's own, with the demo's cities and people and the web app at `url`. */
export type TownBed = {
  readonly url: string
  readonly urls: TownRecord['urls']
  readonly mailbox: Mailbox
  /** Moves the town's clock forward, everything due in between included, and lets it stand there. Log in after a long leap. */
  readonly hold: (instant: string) => Promise<void>
  /** Lets a clock that stands run on from here. */
  readonly run: () => Promise<void>
  readonly now: () => Promise<string>
  /** A person of the demo at the API, by mail address. */
  readonly visitor: (mail: string) => Visitor
  /** A session of a person of the demo, for `Browsing.visit({ cookie })`: at most five minutes of the town's time old (V9, D23). */
  readonly session: (mail: string) => Promise<string>
  readonly keypad: (lockId: string) => Keypad
  /** The bus as an operator at the machine. */
  readonly call: Call
  /** The token of a link for an operator, as it is told at the machine. */
  readonly operatorToken: (mail: string) => Promise<string>
  readonly stop: (part: string) => Promise<void>
  readonly start: (part: string) => Promise<void>
} & AsyncDisposable

const MOVE_MS = 120_000
const FRESH_MS = 5 * 60_000

/** `now` is where the town's clock stands from the start; without it the clock runs on from `runsFrom`, an ordinary morning. */
export async function openTown({
  now: heldAt,
  runsFrom = ORDINARY_MORNING,
  demo = true,
}: {
  readonly now?: string
  readonly runsFrom?: string
  /** false: nobody lives here yet. */
  readonly demo?: boolean
} = {}): Promise<TownBed> {
  // Also where no test run has said so: pictures are taken of such a town too.
  process.env['ALLOW_VOLATILE_DATABASE'] = '1'
  await using opened = new AsyncDisposableStack()
  const clock = { now: heldAt ?? runsFrom, hold: heldAt !== undefined }
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-screens-'))
  opened.defer(() => rm(dir, { recursive: true, force: true }))
  const town = opened.use(await startTown({ dir, ports: 'free', durable: false, demo, web: true, clock }))
  const { urls, supervisor } = town
  const log = createLog('test', 'silent')
  const bus = opened.use(
    await connectAsking({ nats: town.operator, party: 'operator', clock: createClock('movable'), log }),
  )
  const mailbox = new Mailbox(urls.mail)
  const visitors = new Map<string, Visitor>()
  const loggedInAt = new Map<string, number>()
  const now = async () => valueOf(await bus.call(getTownClock, {})).now
  const move = async (instant: string, hold: boolean) =>
    void valueOf(await bus.call(setTownClock, { now: instant, hold }, { deadlineMs: MOVE_MS }))
  const visitor = (mail: string) => {
    const known = visitors.get(mail) ?? demoVisitor(urls.app, mailbox, demoPerson(mail))
    visitors.set(mail, known)
    return known
  }
  // What the demo's data have made due at this very instant is done before anybody looks.
  if (heldAt !== undefined) await move(heldAt, true)
  const held = opened.move()
  return {
    url: urls.app,
    urls,
    mailbox,
    hold: instant => move(instant, true),
    run: async () => move(await now(), false),
    now,
    visitor,
    session: async mail => {
      const at = Date.parse(await now())
      if (at - (loggedInAt.get(mail) ?? 0) > FRESH_MS) {
        await visitor(mail).login()
        loggedInAt.set(mail, at)
      }
      return visitor(mail).session()
    },
    keypad: lockId => new Keypad(keypadUrl(urls.keypads, lockId)),
    call: bus.call,
    operatorToken: async mail => valueOf(await bus.call(inviteOperator, { mail })).token,
    stop: supervisor.stop,
    start: supervisor.start,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

function keypadUrl(
  keypads: readonly { readonly lockId: string; readonly url: string }[],
  lockId: string,
): string {
  const keypad = keypads.find(each => each.lockId === lockId)
  if (!keypad) throw new Error(`The demo has no keypad at ${lockId}`)
  return keypad.url
}

type Answered<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly refusal: { readonly code: string } }

function valueOf<V>(answer: Answered<V>): V {
  if (!answer.ok) throw new Error(`The town refuses: ${answer.refusal.code}`)
  return answer.value
}
