import type { CityRole } from '@asaichi/contract/actor.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import * as factor from '@asaichi/contract/identity/second-factor.ts'
import { openDatabase } from '@asaichi/store/database.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { openFactorVault } from '../src/factor-vault.ts'
import { createSecrets } from '../src/secrets.ts'
import type { Tables } from '../src/store/schema.ts'
import { acceptFactor } from '../src/verbs/accept-factor.ts'
import { imported, loggedIn, loginOf, publishCity, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const START = '2024-11-03T00:00:00.000Z'
await bed.at(START)
await publishCity(bed, { cityId: 'chofu', loginKinds: ['mail'], version: 2, staffAppRequired: true })
await eventually(async () => {
  const rows = await bed.sql(`select 1 from identity.cities where city_id = 'chofu' and staff_app_required`)
  if (rows.length === 0) throw new Error('the city’s wish has not arrived')
})
const digitsOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(START) })

async function login(role: z.output<typeof CityRole>, cityId: string) {
  const { personId, mail } = await imported(bed, { role, cityId })
  const opened = await loggedIn(bed, loginOf({ mail }, { cityId }))
  return { ...opened, mail, who: { personId, role, cityId } }
}

test.each([
  ['chofu', 'staff', true],
  ['chofu', 'admin', true],
  ['chofu', 'resident', false],
  ['mitaka', 'staff', false],
  ['mitaka', 'admin', false],
] as const)('M9: in %s, %s must set up an app: %s', async (cityId, role, expected) => {
  expect((await login(role, cityId)).session.mustEnrol).toBe(expected)
})

test('M9: once the app is set up the same session goes on', async () => {
  const { who, token, session } = await login('staff', 'chofu')
  expect(session.mustEnrol).toBe(true)
  const { secret } = valueOf(await bed.call(factor.beginEnrolment, { actor: who }))
  expect(valueOf(await bed.call(findSession, { token })).mustEnrol).toBe(true)
  valueOf(await bed.call(factor.confirmEnrolment, { actor: who, code: digitsOf(secret) }))
  expect(valueOf(await bed.call(findSession, { token })).mustEnrol).toBe(false)
  expect(valueOf(await bed.call(factor.getSecondFactor, { actor: who }))).toEqual({
    enrolledAt: START,
    codesLeft: 10,
    isRequired: true,
  })
})

test('M9: of two transactions with one code one is right; the other waits at the row and sees the step taken', async () => {
  const { who } = await login('staff', 'mitaka')
  const { personId } = who
  const { secret } = valueOf(await bed.call(factor.beginEnrolment, { actor: who }))
  valueOf(await bed.call(factor.confirmEnrolment, { actor: who, code: digitsOf(secret) }))
  await bed.sql('update identity.second_factors set last_step = 0 where person_id = $1', [personId])
  const config = bed.config('identity')
  await using database = openDatabase<Tables>(config.DATABASE_URL, { schema: 'identity', max: 2 })
  const context = {
    secrets: createSecrets(config.SECRET_KEY),
    factors: openFactorVault(config.SECRET_KEY),
  }
  const given = { challengeId: who.personId, personId, code: digitsOf(secret) }
  const bothAreIn = Promise.withResolvers<undefined>()
  const firstIsDone = Promise.withResolvers<undefined>()
  const first = database.db.transaction().execute(async tx => {
    const accepted = await acceptFactor(context, tx, given)
    firstIsDone.resolve(undefined)
    await bothAreIn.promise
    return accepted
  })
  await firstIsDone.promise
  const second = database.db.transaction().execute(tx => acceptFactor(context, tx, given))
  await eventually(async () => {
    const waiting = await bed.sql(`select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%second_factors%'`)
    if (waiting.length === 0) throw new Error('the second does not wait at the row')
  })
  bothAreIn.resolve(undefined)
  expect([await first, await second]).toEqual(['right', 'wrong'])
})
