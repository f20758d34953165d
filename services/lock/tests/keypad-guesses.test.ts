import { randomUUID } from 'node:crypto'
import { type LockEvent, lockTopic } from '@asaichi/contract/lock/topics.ts'
import { lockPassword } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { connectAsync } from 'mqtt'
import { expect, test } from 'vitest'
import { enter, SITE, START, startLockBed } from './lock-bed.ts'

const DOOR = 'room-1-door'
const town = forEachTest(async () => {
  const bed = await startLockBed()
  await bed.startService()
  await bed.city()
  await bed.venue({ doors: [{ lockId: DOOR, name: '1階洋室', opens: ['room-1'] }] })
  return bed
})
const door = async () => (await town.board())[0]
const minutesOn = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString()

test('P13, T12: a keypad that is guessed at is on the board since its first wrong entry, and goes by itself', async () => {
  const lock = await town.lock(DOOR)
  await eventually(async () => expect((await door())?.online).toBe(true))
  for (let tries = 0; tries < 4; tries += 1) expect(enter(lock, '571903')).toBe('unknown')
  await eventually(async () => expect(await entries()).toBe(4))
  expect((await door())?.problems).toEqual([])
  expect(enter(lock, '571903')).toBe('unknown')
  await eventually(async () =>
    expect(await door()).toMatchObject({
      problems: ['keypad-guessed'],
      guessed: { since: START, entries: 5 },
    }),
  )
  await town.bed.at(minutesOn(10))
  expect(await door()).toMatchObject({ problems: [], guessed: null })
})

test('P13: whoever presses all night fills no table, is counted once, and is over when a code opens the door', async () => {
  const keypad = await someKeypad()
  const wrong = (seq: number): LockEvent => ({ ...told(seq), type: 'denied', reason: 'unknown' })
  for (let seq = 1; seq <= 300; seq += 1) await keypad.tell(wrong(seq))
  await eventually(async () => expect((await door())?.guessed?.entries).toBe(300))
  await keypad.tell(wrong(300))
  await keypad.tell(wrong(7))
  await keypad.tell(wrong(301))
  await eventually(async () => expect((await door())?.guessed?.entries).toBe(301))
  expect(await town.bed.sql('select 1 from lock.lock_events')).toHaveLength(20)
  await keypad.tell({ ...told(302), type: 'unlocked', by: 'code', codeId: randomUUID(), kind: 'guest' })
  await eventually(async () => expect(await door()).toMatchObject({ guessed: null }))
  // What was counted already is heard once more, as after a cut line.
  await keypad.tell(wrong(301))
  await keypad.tell(wrong(303))
  await eventually(async () => expect(await entries()).toBe(1))
  await keypad.end()
})

const told = (seq: number) => ({ boot: 'night', seq, at: START, clock: 'known' }) as const

async function entries() {
  const [row] = await town.bed.sql<{ entries: number }>('select entries from lock.keypad_guesses')
  return row?.entries
}

async function someKeypad() {
  const client = await eventually(() =>
    connectAsync(town.env.MQTT_URL, {
      protocolVersion: 4,
      clean: true,
      clientId: DOOR,
      username: DOOR,
      password: lockPassword(town.master, DOOR),
    }),
  )
  const topic = lockTopic({ site: SITE, lock: DOOR }, 'event')
  return {
    tell: (event: LockEvent) => client.publishAsync(topic, JSON.stringify(event), { qos: 1 }),
    end: () => client.endAsync(true),
  }
}
