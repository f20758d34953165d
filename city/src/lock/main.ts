// `npm run lock -- <command>`: for who installs locks (docs/locks/installing.md).
import { parseArgs } from 'node:util'
import { secretKey } from '@asaichi/service/env.ts'
import { Missing } from '../init/missing.ts'
import { operatorBus } from '../operator-bus.ts'
import { sayMissing } from '../say-missing.ts'
import { change } from './change.ts'
import { printed } from './printed.ts'
import { testLock } from './test-lock.ts'

const USAGE = `Usage:
  npm run lock -- add LOCK [--qr]                   what the first lock of a door needs; again, until it has spoken
  npm run lock -- replace LOCK [--qr]               another device at the same door: key and password are new, the codes stay
  npm run lock -- rotate LOCK [--hours 24] [--qr]   another password; the one before is good for so many hours more, 0 to 720
  npm run lock -- retire LOCK                       the lock is taken down: it is cut off, and the codes wait for the next
  npm run lock -- test LOCK                         whether it is connected, its clock and battery, and what is on it`

await sayMissing(() => run(process.argv.slice(2)))

async function run(args: readonly string[]): Promise<void> {
  const { command, lockId, overlapHours, qr } = asked(args)
  switch (command) {
    case 'add':
    case 'replace':
      return await printNew({ lockId, change: { kind: command } }, qr)
    case 'rotate':
      return await printNew({ lockId, change: { kind: command, overlapHours } }, qr)
    case 'retire':
      return await retire(lockId)
    case 'test': {
      await using bus = await operatorBus()
      const { lines, isWell } = await testLock(bus.call, lockId)
      for (const line of lines) console.log(line)
      if (!isWell) process.exitCode = 1
      return
    }
    case undefined:
    default:
      throw new Missing(USAGE)
  }
}

async function printNew(asked: Parameters<typeof change>[1], qr: boolean): Promise<void> {
  const master = masterKey()
  await using bus = await operatorBus()
  for (const line of printed(await change(bus.call, asked), { master, qr })) console.log(line)
}

async function retire(lockId: string): Promise<void> {
  await using bus = await operatorBus()
  const { doorName } = await change(bus.call, { lockId, change: { kind: 'retire' } })
  console.log(
    `${doorName} (${lockId}) has no lock any more: its password opens nothing, and its connection ends.`,
  )
  console.log('The codes of bookings wait; `npm run lock -- add` hands them to the next lock of this door.')
}

/** Asked before anything is changed: numbers without a key are of no use to anybody. */
function masterKey(): Buffer {
  const told = secretKey('every lock’s password and key come from it.').safeParse(
    process.env['LOCK_MASTER_KEY'],
  )
  if (!told.success)
    throw new Missing(
      'Set LOCK_MASTER_KEY to that of the lock service; for the town of npm start: LOCK_MASTER_KEY=$(cat .town/keys/lock/master-key).',
    )
  return Buffer.from(told.data, 'hex')
}

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { qr: { type: 'boolean', default: false }, hours: { type: 'string', default: '24' } },
      allowPositionals: true,
    })
    const [command, lockId, ...more] = positionals
    if (lockId === undefined || more.length > 0 || !/^\d{1,3}$/.test(values.hours)) throw new Missing(USAGE)
    return { command, lockId, overlapHours: Number(values.hours), qr: values.qr }
  } catch {
    throw new Missing(USAGE)
  }
}
