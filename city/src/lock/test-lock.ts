import type { Call } from '@asaichi/bus/call.ts'
import { LockId } from '@asaichi/contract/ids.ts'
import { getDevice } from '@asaichi/contract/lock/device.ts'
import type { z } from 'zod'
import { Missing } from '../init/missing.ts'
import { noSuchDoor } from './change.ts'

type Told = z.output<typeof getDevice.output>
type Line = { readonly about: string; readonly says: string; readonly isWell: boolean }

const CLOCK_WARNING_S = 60
const BATTERY_LOW = 20

/** How a lock does by its own last word, a line a thing; well when every line is. */
export async function testLock(
  call: Call,
  lockId: string,
): Promise<{ readonly lines: readonly string[]; readonly isWell: boolean }> {
  const outcome = LockId.safeParse(lockId).success ? await call(getDevice, { lockId }) : undefined
  if (!outcome?.ok) throw new Missing(noSuchDoor(lockId))
  const lines = linesOf(outcome.value)
  return {
    lines: lines.map(({ about, says, isWell }) => `${isWell ? 'well' : 'LOOK'}  ${about.padEnd(11)}${says}`),
    isWell: lines.every(({ isWell }) => isWell),
  }
}

function linesOf(told: Told): readonly Line[] {
  const { doorName, site, device, serial, formerUntil, hangs, refused } = told
  const overlap = formerUntil === null ? '' : `; the one before is good until ${formerUntil}`
  return [
    {
      about: 'door',
      says: `${doorName} at ${site}: ${hangs ? `device ${device}, password ${serial}${overlap}` : 'no lock hangs there'}`,
      isWell: hangs,
    },
    {
      about: 'gateway',
      says: told.gatewayUp ? 'connected' : 'not connected: what follows may be old',
      isWell: told.gatewayUp,
    },
    connection(told),
    clock(told),
    {
      about: 'battery',
      says: told.battery === null ? 'not told' : `${told.battery} %`,
      isWell: told.battery === null || told.battery > BATTERY_LOW,
    },
    {
      about: 'codes',
      says: `${told.stored} of ${told.wanted} stored${told.places === null ? '' : `, ${told.places} places`}`,
      isWell: told.isAtWork && told.stored === told.wanted,
    },
    ...(refused === null ? [] : [{ about: 'set', says: `refused: ${refused}`, isWell: false }]),
  ]
}

function connection({ online, presenceAt, reportAt, firmware }: Told): Line {
  const since = presenceAt === null ? '' : ` since ${presenceAt}`
  const report = reportAt === null ? ', has never reported' : `, last report ${reportAt}`
  const fw = firmware === null ? '' : `, firmware ${firmware}`
  return {
    about: 'lock',
    says: `${online ? 'connected' : 'not connected'}${since}${report}${fw}`,
    isWell: online,
  }
}

function clock({ clock: quality, clockOffsetSeconds }: Told): Line {
  const offset = clockOffsetSeconds ?? 0
  return {
    about: 'clock',
    says: quality === null ? 'not told' : quality === 'unknown' ? 'unknown' : `known, ${offset} s off`,
    isWell: quality === 'known' && Math.abs(offset) <= CLOCK_WARNING_S,
  }
}
