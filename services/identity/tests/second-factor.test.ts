import type { Actor } from '@asaichi/contract/actor.ts'
import { findSession, finishLogin, loginCodeIssued, startLogin } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import * as factor from '@asaichi/contract/identity/second-factor.ts'
import { changeRole, removeMember } from '@asaichi/contract/identity/team.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import {
  actor,
  challenged,
  imported,
  loggedIn,
  loginOf,
  otherCode,
  startIdentityBed,
} from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const cityId = 'mitaka'
const START = Date.parse('2024-11-03T00:00:00.000Z')
let now = START
/** Every test has steps of its own. */
async function later(seconds = 120): Promise<void> {
  now += seconds * 1000
  await bed.at(new Date(now).toISOString())
}
const digitsOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 })

async function member(role: 'staff' | 'admin' = 'staff'): Promise<Actor & { readonly mail: string }> {
  const { personId, mail } = await imported(bed, { role, cityId })
  return { personId, role, cityId, mail }
}
const plain = ({ personId, role, cityId: city }: Actor): Actor => ({ personId, role, cityId: city })
const begin = async (who: Actor) =>
  valueOf(await bed.call(factor.beginEnrolment, { actor: plain(who) })).secret
const confirm = (who: Actor, code: string) => bed.call(factor.confirmEnrolment, { actor: plain(who), code })
async function enrolled(who: Actor) {
  await later()
  const secret = await begin(who)
  const { recoveryCodes } = valueOf(await confirm(who, digitsOf(secret)))
  await later()
  return { secret, recoveryCodes }
}
const start = async (mail: string) => valueOf(await bed.call(startLogin, loginOf({ mail })))
const finish = (challengeId: string, code: string) => bed.call(finishLogin, { challengeId, code })
const actsOf = async (who: Actor) =>
  valueOf(await bed.call(listActs, { actor: plain(who) })).items.map(({ act }) => act)
const wrong = (secret: string) => otherCode(digitsOf(secret))

describe('M9: an app is set up', () => {
  test('changes nothing before one of its codes came back, and then asks for it in place of the mailed one', async () => {
    const staff = await member()
    await later()
    const secret = await begin(staff)
    expect((await start(staff.mail)).by).toBe('mail')
    expect(codeOf(await confirm(staff, wrong(secret)))).toBe('enrolment-code-wrong')
    expect((await start(staff.mail)).by).toBe('mail')
    const { recoveryCodes } = valueOf(await confirm(staff, digitsOf(secret)))
    expect(new Set(recoveryCodes).size).toBe(10)
    await later()
    const { challengeId, by } = await start(staff.mail)
    expect(by).toBe('app')
    expect(valueOf(await finish(challengeId, digitsOf(secret))).session).toMatchObject({
      personId: staff.personId,
      isFresh: true,
    })
    expect(await actsOf(staff)).toEqual(['log-in', 'enrol-second-factor'])
    await bed.facts.waitFor(
      factor.secondFactorChanged,
      fact => fact.personId === staff.personId && fact.change === 'enrolled',
    )
  })

  test('no mail goes out for it, and the digits a mail would have had count for nothing', async () => {
    const staff = await member()
    await enrolled(staff)
    const { challengeId } = await start(staff.mail)
    const { code } = valueOf(await bed.call(getLoginCodeMail, { challengeId }))
    expect(codeOf(await finish(challengeId, code))).toBe('code-wrong')
    const told = await bed.sql('select 1 from identity.outbox where aggregate_id = $1 and subject = $2', [
      challengeId,
      loginCodeIssued.subject,
    ])
    expect(told).toEqual([])
  })

  test('half a login by mail ends with it', async () => {
    const staff = await member()
    await later()
    const secret = await begin(staff)
    const half = await challenged(bed, loginOf(staff))
    valueOf(await confirm(staff, digitsOf(secret)))
    expect(codeOf(await finish(half.challengeId, half.code))).toBe('code-not-valid')
  })

  test('in the database there is neither the secret nor a recovery code', async () => {
    const staff = await member()
    const { secret, recoveryCodes } = await enrolled(staff)
    const [row] = await bed.sql<{ sealed: Buffer; offered: Buffer | null }>(
      'select sealed, offered from identity.second_factors where person_id = $1',
      [staff.personId],
    )
    expect(row?.offered).toBeNull()
    expect(row?.sealed.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false)
    const rows = await bed.sql<{ code_hash: string }>(
      'select code_hash from identity.recovery_codes where person_id = $1',
      [staff.personId],
    )
    expect(rows).toHaveLength(10)
    expect(rows.some(({ code_hash }) => recoveryCodes.includes(code_hash))).toBe(false)
  })

  test('a new phone takes the place of the old one once its code came back, with codes of its own', async () => {
    const staff = await member()
    const old = await enrolled(staff)
    const next = await begin(staff)
    valueOf(await finish((await start(staff.mail)).challengeId, digitsOf(old.secret)))
    valueOf(await confirm(staff, digitsOf(next)))
    await later()
    const { challengeId } = await start(staff.mail)
    expect(codeOf(await finish(challengeId, digitsOf(old.secret)))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, old.recoveryCodes[0] ?? ''))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, digitsOf(next)))).toBe('done')
  })

  test('it is not for residents', async () => {
    const resident = await actor(bed, 'resident')
    expect(codeOf(await bed.call(factor.beginEnrolment, { actor: resident }))).toBe('not-allowed')
    expect(codeOf(await bed.call(factor.getSecondFactor, { actor: resident }))).toBe('not-allowed')
    expect(codeOf(await confirm(resident, '000000'))).toBe('not-allowed')
  })

  test('twenty codes an hour are looked at', async () => {
    const staff = await member()
    await later()
    const secret = await begin(staff)
    for (let tries = 0; tries < 20; tries++)
      expect(codeOf(await confirm(staff, wrong(secret)))).toBe('enrolment-code-wrong')
    expect(codeOf(await confirm(staff, digitsOf(secret)))).toBe('too-many-attempts')
  })
})

describe('M9: the app’s code', () => {
  test('counts once: what somebody looked on at is worth nothing', async () => {
    const staff = await member()
    const { secret } = await enrolled(staff)
    const code = digitsOf(secret)
    expect(codeOf(await finish((await start(staff.mail)).challengeId, code))).toBe('done')
    const { challengeId } = await start(staff.mail)
    expect(codeOf(await finish(challengeId, code))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, digitsOf(secret, -1)))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, digitsOf(secret, 1)))).toBe('done')
  })

  test('that set the app up opens nothing more', async () => {
    const staff = await member()
    await later()
    const secret = await begin(staff)
    const code = digitsOf(secret)
    valueOf(await confirm(staff, code))
    expect(codeOf(await finish((await start(staff.mail)).challengeId, code))).toBe('code-wrong')
  })

  test('may be a step off, not two', async () => {
    const staff = await member()
    const { secret } = await enrolled(staff)
    const { challengeId } = await start(staff.mail)
    expect(codeOf(await finish(challengeId, digitsOf(secret, -2)))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, digitsOf(secret, 2)))).toBe('code-wrong')
    expect(codeOf(await finish(challengeId, digitsOf(secret, -1)))).toBe('done')
  })

  test('A20: is tried five times a challenge, and five challenges an hour', async () => {
    const staff = await member()
    const { secret } = await enrolled(staff)
    for (let challenge = 0; challenge < 5; challenge++) {
      const { challengeId } = await start(staff.mail)
      for (let tries = 0; tries < 5; tries++)
        expect(codeOf(await finish(challengeId, wrong(secret)))).toBe('code-wrong')
      expect(codeOf(await finish(challengeId, digitsOf(secret)))).toBe('code-not-valid')
    }
    expect(codeOf(await bed.call(startLogin, loginOf(staff)))).toBe('too-many-codes')
  })
})

describe('M9: a recovery code', () => {
  test('takes the app’s place once, however it is typed, and its owner is told', async () => {
    const staff = await member()
    const { recoveryCodes } = await enrolled(staff)
    const [code = ''] = recoveryCodes
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')}`
    expect(codeOf(await finish((await start(staff.mail)).challengeId, typed))).toBe('done')
    expect(codeOf(await finish((await start(staff.mail)).challengeId, code))).toBe('code-wrong')
    expect(valueOf(await bed.call(factor.getSecondFactor, { actor: plain(staff) }))).toMatchObject({
      codesLeft: 9,
    })
    expect(await actsOf(staff)).toContain('use-recovery-code')
    await bed.facts.waitFor(
      factor.secondFactorChanged,
      fact => fact.personId === staff.personId && fact.change === 'recovery-code-used',
    )
  })

  test('of a colleague is none', async () => {
    const [staff, other] = [await member(), await member()]
    await enrolled(staff)
    const { recoveryCodes } = await enrolled(other)
    const { challengeId } = await start(staff.mail)
    expect(codeOf(await finish(challengeId, recoveryCodes[0] ?? ''))).toBe('code-wrong')
  })
})

describe('M9: a lost phone', () => {
  const remove = (by: Actor, of: Actor) =>
    bed.call(factor.removeSecondFactor, { actor: plain(by), cityId, personId: of.personId })

  test('another admin removes the app: sessions end, the log and a mail say so, codes come by mail again', async () => {
    const [admin, staff] = [await member('admin'), await member()]
    const { secret } = await enrolled(staff)
    const { token } = valueOf(await finish((await start(staff.mail)).challengeId, digitsOf(secret)))
    valueOf(await remove(admin, staff))
    expect(codeOf(await bed.call(findSession, { token }))).toBe('no-session')
    expect(await actsOf(staff)).toContain('remove-second-factor')
    await bed.facts.waitFor(
      factor.secondFactorChanged,
      fact => fact.personId === staff.personId && fact.change === 'removed',
    )
    expect((await start(staff.mail)).by).toBe('mail')
    expect((await loggedIn(bed, loginOf(staff))).session.personId).toBe(staff.personId)
    expect(codeOf(await remove(admin, staff))).toBe('no-factor')
  })

  test('nobody removes their own, and none but an admin of the city another’s', async () => {
    const [admin, staff, colleague] = [await member('admin'), await member(), await member()]
    await enrolled(admin)
    await enrolled(staff)
    expect(codeOf(await remove(admin, admin))).toBe('own-factor')
    expect(codeOf(await remove(staff, staff))).toBe('not-found')
    expect(codeOf(await remove(colleague, staff))).toBe('not-found')
    expect(codeOf(await remove(await actor(bed, 'admin', 'chofu'), staff))).toBe('not-found')
    expect((await start(admin.mail)).by).toBe('app')
    expect((await start(staff.mail)).by).toBe('app')
  })

  test('an operator helps the only admin, and no staff of a city', async () => {
    const operator: Actor = { ...(await member('admin')), role: 'operator', cityId: 'installation' }
    const [admin, staff] = [await member('admin'), await member()]
    await enrolled(admin)
    await enrolled(staff)
    expect(codeOf(await remove(operator, admin))).toBe('done')
    expect(codeOf(await remove(operator, staff))).toBe('not-allowed')
  })

  test('who leaves the team logs in by mail as a resident does; with a new role the app stays', async () => {
    const [admin, staff] = [await member('admin'), await member()]
    await enrolled(staff)
    const key = { actor: plain(admin), cityId, personId: staff.personId }
    valueOf(await bed.call(changeRole, { ...key, role: 'admin' }))
    expect((await start(staff.mail)).by).toBe('app')
    valueOf(await bed.call(removeMember, key))
    expect((await start(staff.mail)).by).toBe('mail')
  })
})
