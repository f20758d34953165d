import type { Answer, Capabilities, DriverEvent, LockDriver, SlotView } from '@asaichi/lock-driver/driver.ts'
import { readEach } from '@asaichi/lock-driver/driver.ts'
import type { ZwaveNode } from './node.ts'
import { noticeIn } from './notices.ts'

const USER_CODE = 0x63
const [EMPTY, ON, OFF, NONE] = [0, 1, 2, 254]
const SUCCESS = 255
/** What a lock tells of codes that we have just changed ourselves. */
const ECHO_MS = 5_000
const BUDGET = { gapMs: 200, writesPerDay: 200 }

export type ZwaveOptions = {
  readonly node: ZwaveNode
  /** A clock that only runs forward. */
  readonly uptimeMs: () => number
  readonly gapMs?: number
}

/**
 * A lock with user codes. Neither the answer of a write nor the library's events or cache are believed: a lock that masks its
 * codes was seen to be told `done` for what it ignored. Only a fresh reading counts.
 */
export function zwaveDriver({ node, uptimeMs, gapMs = BUDGET.gapMs }: ZwaveOptions): LockDriver {
  const codes = node.commandClasses['User Code']
  let all: readonly number[] = []
  let changedAt = Number.NEGATIVE_INFINITY
  const change = async (work: () => Promise<{ readonly status: number } | undefined>): Promise<Answer> => {
    changedAt = uptimeMs()
    const told = await work()
    changedAt = uptimeMs()
    // Unsupervised, or no answer in time, which looks the same as a refusal: the reading that follows decides.
    return told?.status === SUCCESS || told === undefined
      ? { status: 'done' }
      : { status: 'refused', reason: 'unknown' }
  }
  async function look(slot: number): Promise<SlotView | undefined> {
    const told = await codes.get(slot)
    if (!told) return undefined
    if (told.userIdStatus === EMPTY || told.userIdStatus === NONE) return { slot, status: 'empty' }
    const text = typeof told.userCode === 'string' ? told.userCode : new TextDecoder().decode(told.userCode)
    const isOn = told.userIdStatus === ON
    return /^\d+$/.test(text)
      ? { slot, status: 'taken', isOn, digits: text }
      : { slot, status: 'taken', isOn }
  }
  return {
    firmware: () => `zwave ${node.firmwareVersion ?? ''}`.trim(),
    async capabilities() {
      const count = await codes.getUsersCount()
      if (!count) return undefined
      const can = capabilitiesOf(node, count, gapMs)
      all = Array.from({ length: can.slots.count }, (_, index) => index + can.slots.first)
      return can
    },
    read: (slots = all) => readEach(slots, look),
    write: (slot, { digits, isOn }) => change(() => codes.set(slot, isOn ? ON : OFF, digits)),
    // The state of a code cannot be told without the code.
    adjust: (slot, { digits, isOn }) => change(() => codes.set(slot, isOn ? ON : OFF, digits)),
    clear: slot => change(() => codes.clear(slot)),
    setTime: async () => ({ status: 'refused', reason: 'unsupported' }),
    ping: () => node.ping(),
    onEvent: listener => listenTo(node, listener, () => uptimeMs() < changedAt + ECHO_MS),
    [Symbol.asyncDispose]: async () => {},
  }
}

function listenTo(node: ZwaveNode, listener: (event: DriverEvent) => void, isEcho: () => boolean): void {
  node.on('alive', () => listener({ type: 'reachable', isIt: true }))
  node.on('dead', () => listener({ type: 'reachable', isIt: false }))
  node.on('wake up', () => listener({ type: 'awake' }))
  node.on('notification', (...told) => {
    const event = noticeIn(told)
    if (event && !(event.type === 'changed-outside' && isEcho())) listener(event)
  })
}

function capabilitiesOf(node: ZwaveNode, count: number, gapMs: number): Capabilities {
  return {
    slots: { first: 1, count: Math.min(count, 250) },
    // What the command class allows; the lock's own limit shows as a refusal.
    pin: { min: 4, max: 10, rules: [] },
    timing: 'switch',
    windowsPerCode: 0,
    readback: node.getCCVersion(USER_CODE) >= 2 ? 'value' : 'occupancy',
    // Time-out and refusal are one number here, so even a supervised answer is read back.
    statusAnswers: false,
    wakeMinutes: 0,
    budget: { ...BUDGET, gapMs },
  }
}
