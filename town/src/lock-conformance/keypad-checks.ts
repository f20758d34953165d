import { LockEvent } from '@asaichi/contract/lock/topics.ts'
import { type Check, CONNECT_MS, LATER_CODE, NOW_CODE } from './checks.ts'
import { type Stand, until } from './stand.ts'

/** With somebody, or a program, at the keypad. */
export const KEYPAD_CHECKS: readonly Check[] = [
  { says: 'opens by a code in its time and tells which', run: opens },
  { says: 'does not open by a code of tomorrow, nor by one nobody gave', run: deniesOthers },
  {
    says: 'tells of the pause after five wrong codes, and opens by the right one within half a minute',
    run: opensInPause,
  },
  { says: 'opens while its gateway is away, and tells it afterwards', run: opensAlone },
]

async function opens(stand: Stand): Promise<void> {
  const result = await typed(stand, NOW_CODE)
  if (result !== 'open') throw new Error(`the door said ${result}`)
  await until('an event unlocked with the code’s id', () => unlocks(stand, 'now')[0])
}

function unlocks({ cloud }: Stand, id: string) {
  return cloud
    .heard('event', LockEvent)
    .filter(event => event.type === 'unlocked' && event.by === 'code' && event.codeId === id)
}

async function deniesOthers(stand: Stand): Promise<void> {
  for (const digits of [LATER_CODE, '571903']) {
    const result = await typed(stand, digits)
    if (result === 'open') throw new Error('the door opened')
  }
  await until('two events denied', () => {
    const reasons = stand.cloud
      .heard('event', LockEvent)
      .flatMap(event => (event.type === 'denied' ? [event.reason] : []))
    return (reasons.includes('not-yet') && reasons.includes('unknown')) || undefined
  })
}

// A87: with the two of the check before they are five, and begin a pause.
async function opensInPause(stand: Stand): Promise<void> {
  for (let round = 0; round < 3; round += 1) await typed(stand, '571903')
  await until('an event paused', () => stand.cloud.heard('event', LockEvent).find(isOfPause))
  const result = await typed(stand, NOW_CODE)
  if (result !== 'open') throw new Error(`the door said ${result}`)
}

function isOfPause({ type }: LockEvent): boolean {
  return type === 'paused'
}

async function opensAlone(stand: Stand): Promise<void> {
  const before = unlocks(stand, 'now').length
  await stand.site.stop()
  const result = await typed(stand, NOW_CODE)
  await stand.site.start()
  if (result !== 'open') throw new Error(`the door said ${result}`)
  await until('the event, once the gateway is back', () => unlocks(stand, 'now')[before], CONNECT_MS)
}

function typed({ keypad }: Stand, digits: string): Promise<string> {
  if (!keypad) throw new Error('there is nobody at the keypad')
  return keypad(digits)
}
