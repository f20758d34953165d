import type { Answer, Capabilities, DriverEvent, LockDriver, SlotView } from '@asaichi/lock-driver/driver.ts'
import { readEach } from '@asaichi/lock-driver/driver.ts'
import { eventsIn } from './news.ts'
import { ATTRIBUTES, type Frame, readAttributes } from './zcl.ts'
import type { Device, ZigbeeBus } from './zigbee-bus.ts'

const [ON, OFF] = [1, 3]
const EMPTY = 0
/** A radio of batteries: a pause between two frames, and no more in a day than a lock of twenty bookings needs. */
const BUDGET = { gapMs: 200, writesPerDay: 200 }
/** What a Zigbee lock takes that does not say its own limits. */
const [SHORTEST, LONGEST] = [4, 8]

/**
 * A lock with the Zigbee door lock cluster. Places are looked at by their status, never by their code: then digits are on
 * zigbee2mqtt's bus only when they are written.
 */
export function zigbeeDriver(bus: ZigbeeBus, ieee: string, pause = BUDGET.gapMs): LockDriver {
  const ask = (command: string, payload: object) => bus.ask(ieee, { command, payload })
  let all: readonly number[] = []
  async function look(slot: number): Promise<SlotView | undefined> {
    const frame = await ask('getUserStatus', { userid: slot })
    const status = frame?.of === 'lock' ? frame.payload[2] : undefined
    if (status === undefined) return undefined
    return status === EMPTY ? { slot, status: 'empty' } : { slot, status: 'taken', isOn: status === ON }
  }
  async function capabilities(): Promise<Capabilities | undefined> {
    const payload = Object.values(ATTRIBUTES).map(attrId => ({ attrId }))
    const frame = await bus.ask(ieee, { command: 'read', payload, isGlobal: true })
    const told = frame?.of === 'attributes' ? readAttributes(frame.payload) : new Map<number, number>()
    const count = told.get(ATTRIBUTES.pinUsers)
    // A lock that does not answer now is no lock without places.
    if (!count) return undefined
    all = Array.from({ length: count }, (_, slot) => slot)
    return capabilitiesOf(told, count, pause)
  }
  return {
    firmware: () => firmwareOf(bus.device(ieee)),
    capabilities,
    read: (slots = all) => readEach(slots, look),
    write: async (slot, { digits, isOn }) =>
      answerIn(
        await ask('setPinCode', {
          userid: slot,
          userstatus: isOn ? ON : OFF,
          usertype: 0,
          pincodevalue: [...new TextEncoder().encode(digits)],
        }),
      ),
    adjust: async (slot, { isOn }) =>
      answerIn(await ask('setUserStatus', { userid: slot, userstatus: isOn ? ON : OFF })),
    clear: async slot => answerIn(await ask('clearPinCode', { userid: slot })),
    setTime: async () => ({ status: 'refused', reason: 'unsupported' }),
    ping: async () => {
      const payload = [{ attrId: ATTRIBUTES.pinUsers }]
      return (await bus.ask(ieee, { command: 'read', payload, isGlobal: true })) !== undefined
    },
    onEvent: listener => listenTo(bus, ieee, listener),
    [Symbol.asyncDispose]: async () => {},
  }
}

function listenTo(bus: ZigbeeBus, ieee: string, listener: (event: DriverEvent) => void): void {
  // Before it is named nothing can be asked of it, and whoever tried leaves it alone for a minute.
  bus.onListed(from => {
    if (from === ieee) listener({ type: 'reachable', isIt: true })
  })
  bus.onNews((from, leaf, text) => {
    if (from === ieee) for (const event of eventsIn(leaf, text)) listener(event)
  })
}

function capabilitiesOf(told: ReadonlyMap<number, number>, count: number, gapMs: number): Capabilities {
  const within = (length: number) => Math.min(10, Math.max(4, length))
  return {
    slots: { first: 0, count },
    pin: {
      min: within(told.get(ATTRIBUTES.shortest) ?? SHORTEST),
      max: within(told.get(ATTRIBUTES.longest) ?? LONGEST),
      rules: [],
    },
    timing: 'switch',
    windowsPerCode: 0,
    readback: 'occupancy',
    statusAnswers: true,
    wakeMinutes: 0,
    budget: { ...BUDGET, gapMs },
  }
}

function answerIn(frame: Frame | undefined): Answer {
  if (!frame) return { status: 'later' }
  if (frame.of === 'default') {
    if (frame.status === 0) return { status: 'done' }
    return { status: 'refused', reason: frame.isUnsupported ? 'unsupported' : 'unknown' }
  }
  const status = frame.payload[0]
  if (status === 0) return { status: 'done' }
  return { status: 'refused', reason: reasonOf(status) }
}

function reasonOf(status: number | undefined): 'no-room' | 'duplicate' | 'unknown' {
  if (status === 2) return 'no-room'
  return status === 3 ? 'duplicate' : 'unknown'
}

function firmwareOf(device: Device | undefined): string {
  const words = [device?.definition?.model, device?.software_build_id].filter(Boolean)
  return `zigbee ${words.join(' ')}`.trim().slice(0, 64)
}
