import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Door, listDoors as request } from '@asaichi/contract/lock/door-codes.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isInSet } from '../domain/desired-set.ts'
import { isLate, wasRefused } from '../domain/door-code-state.ts'
import { doorProblems } from '../domain/door-problems.ts'
import { isGuessedAt, type KeypadGuesses } from '../domain/keypad-guesses.ts'
import { type BoardRow, type DoorAlarm, findAlarms, findBoard, findBoardCodes } from '../store/board.ts'
import { findGuesses } from '../store/keypad-guesses.ts'

type BoardCode = Awaited<ReturnType<typeof findBoardCodes>>[number]

/** T12: staff's board, one row a door of their city. */
export async function listDoors(
  { db, isGatewayUp }: Pick<Context, 'db'> & { readonly isGatewayUp: () => boolean },
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const now = await townNow(db)
  const [doors, codes, told, runs] = await Promise.all([
    findBoard(db, actor.cityId),
    findBoardCodes(db, actor.cityId),
    findAlarms(db, actor.cityId, now),
    findGuesses(db, actor.cityId),
  ])
  const guessed = new Map(
    runs.flatMap(({ lockId, guesses }) => (isGuessedAt(guesses, now) ? [[lockId, guesses]] : [])),
  )
  const byLock = Map.groupBy(codes, code => code.lockId)
  const alarms = Map.groupBy(told, ({ lockId }) => lockId)
  return done({
    items: doors.map(door =>
      doorOf(door, byLock.get(door.lockId) ?? [], {
        now,
        isGatewayUp: isGatewayUp(),
        alarms: (alarms.get(door.lockId) ?? []).map(({ alarm }) => alarm),
        guesses: guessed.get(door.lockId) ?? null,
      }),
    ),
  })
}

type Seen = {
  readonly now: string
  readonly isGatewayUp: boolean
  readonly alarms: readonly DoorAlarm[]
  readonly guesses: KeypadGuesses | null
}

function doorOf(
  row: BoardRow,
  codes: readonly BoardCode[],
  { now, isGatewayUp, alarms, guesses }: Seen,
): z.input<typeof Door> {
  const online = row.presence === 'online'
  const living = codes.filter(code => !code.isRevoked && now < code.to && !isInStore(code))
  return {
    lockId: row.lockId,
    venueId: row.venueId,
    doorName: row.doorName,
    online,
    presenceAt: row.presence_at,
    rev: row.rev,
    revHeld: row.held_epoch === row.epoch ? row.held_rev : null,
    revApplied: row.applied_epoch === row.epoch ? row.applied_rev : null,
    codes: codes.filter(isInSet).length,
    lastReportAt: row.reported_at,
    clockOffsetSeconds: row.clock_offset_s,
    battery: row.battery,
    foreignSlots: [...(row.foreignSlots ?? [])],
    guessed: guesses && { since: guesses.since, entries: guesses.entries },
    problems: doorProblems({
      isGatewayUp,
      hangs: row.hangs,
      online,
      clockQuality: row.clock_quality,
      clockOffsetSeconds: row.clock_offset_s,
      battery: row.battery,
      gatewayRefusal: row.gateway_refusal,
      lockRefusal: row.lock_refusal,
      hasLateCode: living.some(
        code => code.reservationId !== null && isLate({ ...code, isAway: !online }, now),
      ),
      hasRefusedCode: living.some(code => wasRefused(code) && code.result !== 'no-room'),
      isFull: living.some(code => code.result === 'no-room'),
      alarms,
      isGuessedAt: guesses !== null,
      hasRevokedCode: codes.some(code => code.isRevoked && now < code.to),
    }),
  }
}

/** V14: makes way for every other code, so that nothing is amiss where it has no place. */
function isInStore({ kind, reservationId }: BoardCode): boolean {
  return kind === 'backup' && reservationId === null
}
