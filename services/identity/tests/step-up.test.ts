import type { Actor } from '@asaichi/contract/actor.ts'
import { findSession, finishLogin, loginCodeIssued, startLogin } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import * as factor from '@asaichi/contract/identity/second-factor.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { actor, imported, loggedIn, loginOf, otherCode, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
let now = Date.parse('2024-11-03T00:00:00.000Z')
async function later(seconds: number): Promise<void> {
  now += seconds * 1000
  await bed.at(new Date(now).toISOString())
}
await later(0)

async function working() {
  const { personId, mail } = await imported(bed, { role: 'admin' })
  const { token, session } = await loggedIn(bed, loginOf({ mail }))
  const who: Actor = { personId, role: 'admin', cityId: 'mitaka' }
  return { who, mail, token, sessionId: session.sessionId }
}
type Working = Awaited<ReturnType<typeof working>>
const isFresh = async ({ token }: Working) => valueOf(await bed.call(findSession, { token })).isFresh
const begin = ({ who, sessionId }: Working) => bed.call(factor.beginStepUp, { actor: who, sessionId })
const finish = ({ who, sessionId }: Working, challengeId: string, code: string) =>
  bed.call(factor.finishStepUp, { actor: who, sessionId, challengeId, code })
async function asked(admin: Working) {
  const { challengeId, by } = valueOf(await begin(admin))
  const { code, purpose } = valueOf(await bed.call(getLoginCodeMail, { challengeId }))
  expect(purpose).toBe('step-up')
  return { challengeId, by, code }
}

test('V9: the second factor of a login counts for ten minutes', async () => {
  const admin = await working()
  expect(await isFresh(admin)).toBe(true)
  await later(599)
  expect(await isFresh(admin)).toBe(true)
  await later(1)
  expect(await isFresh(admin)).toBe(false)
})

test('V9: given once more, by mail, it counts for ten minutes again, for that session alone', async () => {
  const admin = await working()
  const elsewhere = await loggedIn(bed, loginOf(admin))
  await later(600)
  const { challengeId, by, code } = await asked(admin)
  expect(by).toBe('mail')
  await bed.facts.waitFor(loginCodeIssued, fact => fact.challengeId === challengeId)
  expect(codeOf(await finish(admin, challengeId, otherCode(code)))).toBe('code-wrong')
  expect(await isFresh(admin)).toBe(false)
  expect(codeOf(await finish(admin, challengeId, code))).toBe('done')
  expect(await isFresh(admin)).toBe(true)
  expect(await isFresh({ ...admin, token: elsewhere.token })).toBe(false)
  expect(codeOf(await finish(admin, challengeId, code))).toBe('code-not-valid')
  await later(600)
  expect(await isFresh(admin)).toBe(false)
})

test('V9: by the app where one is set up, each step once', async () => {
  const admin = await working()
  const { secret } = valueOf(await bed.call(factor.beginEnrolment, { actor: admin.who }))
  const digits = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
  valueOf(await bed.call(factor.confirmEnrolment, { actor: admin.who, code: digits() }))
  await later(600)
  const first = valueOf(await begin(admin))
  expect(first.by).toBe('app')
  const code = digits()
  expect(codeOf(await finish(admin, first.challengeId, code))).toBe('done')
  expect(codeOf(await finish(admin, valueOf(await begin(admin)).challengeId, code))).toBe('code-wrong')
})

test('V9: its code opens no session, and that of a login freshens none', async () => {
  const admin = await working()
  await later(600)
  const { challengeId, code } = await asked(admin)
  expect(codeOf(await bed.call(finishLogin, { challengeId, code }))).toBe('code-not-valid')
  expect(codeOf(await finish(admin, challengeId, code))).toBe('done')
  await later(600)
  const login = valueOf(await bed.call(startLogin, loginOf(admin)))
  const mailed = valueOf(await bed.call(getLoginCodeMail, { challengeId: login.challengeId }))
  expect(mailed.purpose).toBe('login')
  expect(codeOf(await finish(admin, login.challengeId, mailed.code))).toBe('code-not-valid')
  expect(await isFresh(admin)).toBe(false)
})

test('V9: of a colleague it is none, nor of a session that is over', async () => {
  const [admin, colleague] = [await working(), await working()]
  await later(600)
  const { challengeId, code } = await asked(admin)
  expect(codeOf(await finish({ ...admin, who: colleague.who }, challengeId, code))).toBe('code-not-valid')
  expect(codeOf(await finish({ ...admin, sessionId: newId() }, challengeId, code))).toBe('code-not-valid')
  await bed.sql('update identity.sessions set ended_at = town_now() where session_id = $1', [admin.sessionId])
  expect(codeOf(await finish(admin, challengeId, code))).toBe('code-not-valid')
})

test('A20: it is tried five times, and asked for five times an hour', async () => {
  const admin = await working()
  for (let challenge = 0; challenge < 5; challenge++) {
    const { challengeId, code } = await asked(admin)
    for (let tries = 0; tries < 5; tries++)
      expect(codeOf(await finish(admin, challengeId, otherCode(code)))).toBe('code-wrong')
    expect(codeOf(await finish(admin, challengeId, code))).toBe('code-not-valid')
  }
  expect(codeOf(await begin(admin))).toBe('too-many-codes')
})

test('V9: residents are asked for none', async () => {
  const resident = await actor(bed, 'resident')
  expect(codeOf(await bed.call(factor.beginStepUp, { actor: resident, sessionId: newId() }))).toBe(
    'not-allowed',
  )
})
