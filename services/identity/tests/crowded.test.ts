import { CallFault } from '@asaichi/bus/call.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import pg from 'pg'
import { expect, test } from 'vitest'
import { imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const CROWD = 40

const bed = await forThisFile(startIdentityBed())

test('Q4: more questions than the pool has connections end unavailable after a bounded wait, no fault, and all goes on after', async () => {
  const { token, session } = await loggedIn(bed, loginOf(await imported(bed)))
  await using holder = await holdSessions()
  const answers = await Promise.allSettled(
    Array.from({ length: CROWD }, () => bed.call(findSession, { token }, { deadlineMs: 20_000 })),
  )
  const unavailable = new CallFault('unavailable', findSession.subject)
  for (const answer of answers) expect(answer).toEqual({ status: 'rejected', reason: unavailable })
  await holder.release()
  expect(valueOf(await bed.call(findSession, { token }))).toEqual(session)
})

/** Keeps every reader of the sessions waiting, so that each connection of the pool is at work. */
async function holdSessions() {
  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  await holder.query('begin; lock table identity.sessions in access exclusive mode')
  return {
    release: () => holder.query('rollback'),
    [Symbol.asyncDispose]: () => holder.end(),
  }
}
