import { codesOnLock, codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { approval, drawn, enter, onLocks, startLockBed, stop } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
let service = await town.startService()
await town.city()
await town.venue()
const entrance = await town.lock('entrance')
for (const lockId of ['room-1-door', 'room-2-door']) await town.lock(lockId)

let hour = 0
/** Each test's reservation has an hour of its own. */
function nextApproval() {
  hour += 1
  const at = (offset: number) => new Date(Date.UTC(2024, 10, 25, hour + offset)).toISOString()
  return approval({ startsAt: at(0), endsAt: at(1) })
}

async function confirmed() {
  await eventually(async () => {
    for (const door of await town.board()) {
      expect(door.problems).not.toContain('gateway-away')
      expect([door.revHeld, door.revApplied]).toEqual([door.rev, door.rev])
    }
  }, 25_000)
}

test('F22: codes are ready while the gateway is away, and on the locks when it is back', async () => {
  await town.gateway.stop()
  const granted = nextApproval()
  await town.approve(granted)
  await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === granted.reservationId)
  expect(await drawn(town, granted)).toMatchObject([{ state: 'sending' }, { state: 'sending' }])
  // Nobody says goodbye for the locks, so the board must not look as if all were well.
  for (const door of await town.board()) expect(door.problems).toContain('gateway-away')
  await town.gateway.start()
  await onLocks(town, granted)
  await confirmed()
})

test('F22: a gateway that lost its disk gets every set again', async () => {
  await confirmed()
  await town.gateway.stop()
  await town.gateway.start({ wipe: true })
  await eventually(async () => {
    const rows = await town.bed.sql('select 1 from lock.lock_states where held_rev is null')
    expect(rows.length).toBeGreaterThan(0)
  })
  await confirmed()
})

test('a cancel while the gateway is away is on the locks when it is back', async () => {
  const granted = nextApproval()
  await town.approve(granted)
  await onLocks(town, granted)
  const before = entrance.state().codes
  await town.gateway.stop()
  await town.cancel(granted)
  await eventually(async () =>
    expect(await town.codes(granted)).toMatchObject({ ok: false, refusal: { code: 'not-found' } }),
  )
  await town.gateway.start()
  await eventually(() => expect(entrance.state().codes).toBe(before - 1))
})

test('an approval and a cancel told while the service was down are both done when it is back', async () => {
  const kept = nextApproval()
  const given = nextApproval()
  await town.approve(given)
  await onLocks(town, given)
  await stop(service)
  await town.approve(kept)
  await town.cancel(given)
  service = await town.startService()
  await onLocks(town, kept)
  expect(await town.codes(given)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  await confirmed()
})

test('a restart publishes no set that its gateway holds already', async () => {
  await confirmed()
  await stop(service)
  service = await town.startService()
  // `sends` is back at 0 when the new connection has forgotten what was held, and stays there once the gateway has said it again.
  await eventually(async () => {
    const rows = await town.bed.sql(
      `select l.sends, s.held_rev = l.rev as held from lock.locks l join lock.lock_states s using (lock_id)`,
    )
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ sends: 0, held: true })))
  })
})

test('F24: a lock that was reset gets its set back, and its codes are not told as new', async () => {
  const granted = nextApproval()
  await town.approve(granted)
  await onLocks(town, granted)
  const { codes } = entrance.state()
  await entrance.flip({ factoryReset: true })
  await eventually(() => expect(entrance.state().codes).toBe(codes))
  await onLocks(town, granted)
  const told = town.bed.facts
    .of(codesOnLock)
    .filter(fact => fact.reservationId === granted.reservationId && fact.lockId === 'entrance')
  expect(told).toHaveLength(1)
})

test('F33: after a database was restored from an older copy, a new epoch outranks what the locks hold, and codes still open', async () => {
  const granted = nextApproval()
  await town.approve(granted)
  const [door] = await onLocks(town, granted)
  await confirmed()
  await stop(service)
  await town.bed.sql(
    `delete from lock.lock_sets s using lock.locks l where l.lock_id = s.lock_id and l.rev > 2 and s.rev > l.rev - 2`,
  )
  await town.bed.sql('update lock.locks set rev = rev - 2 where rev > 2')
  service = await town.startService()
  await eventually(() => expect(entrance.state().epoch).toBe(2))
  await confirmed()
  await onLocks(town, granted)
  await town.bed.at(granted.startsAt)
  await eventually(() => expect(entrance.state().clock.now).toBe(granted.startsAt))
  expect(enter(entrance, door?.code ?? '')).toBe('open')
})

test('F11: a bus that was wiped, and every fact told again, give no second code', async () => {
  const granted = nextApproval()
  await town.approve(granted)
  const before = await onLocks(town, granted)
  await town.bed.nats.restart({ wipe: true })
  await eventually(async () =>
    expect(await town.bed.call(replayOutboxOf('reservation'), { since: null })).toMatchObject({ ok: true }),
  )
  const next = nextApproval()
  await town.approve(next)
  await onLocks(town, next)
  expect(await drawn(town, granted)).toEqual(before)
  const rows = await town.bed.sql('select 1 from lock.codes where reservation_id = $1', [
    granted.reservationId,
  ])
  expect(rows).toHaveLength(2)
})
