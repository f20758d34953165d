import type { Actor } from '@asaichi/contract/actor.ts'
import { registerAtCounter } from '@asaichi/contract/identity/counter.ts'
import {
  endOwnSession,
  findSession,
  finishLogin,
  listSessions,
  sessionEnded,
} from '@asaichi/contract/identity/login.ts'
import { getPermissionMail } from '@asaichi/contract/identity/mail-facts.ts'
import { getPasswordHelpMail, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import { applyPermission, getPermission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import {
  liftSuspension,
  sendPasswordHelp,
  signOutPerson,
  suspendPermission,
} from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import { actor, challenged, imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const staff = await actor(bed, 'staff')
const elsewhere = await actor(bed, 'staff', 'sapporo')

type Person = { readonly personId: string }
const residentOf = ({ personId }: Person): Actor => ({ personId, role: 'resident', cityId: 'mitaka' })
const approved = () => imported(bed, { permission: 'approved' })
const suspend = (who: Person, version = 1, by = staff) =>
  bed.call(suspendPermission, {
    actor: by,
    personId: who.personId,
    expectedVersion: version,
    reason: '無断で使わない日が続いたため',
  })
const lift = (who: Person, version: number, by = staff) =>
  bed.call(liftSuspension, {
    actor: by,
    personId: who.personId,
    expectedVersion: version,
    reason: '停止の期間が終わったため',
  })
const stateOf = async (who: Person) =>
  valueOf(await bed.call(getPermission, { actor: residentOf(who), cityId: 'mitaka' }))
const actsOf = async (who: Person) =>
  valueOf(await bed.call(listActs, { actor: residentOf(who) })).items.map(({ act, by }) => `${act} by ${by}`)

describe('M7: 停止', () => {
  test('is told to all who decide, with its reason to the person; its end makes the person approved as before', async () => {
    const who = await approved()
    const key = { personId: who.personId, cityId: 'mitaka' }
    expect(valueOf(await suspend(who))).toMatchObject({ status: 'suspended', version: 2 })
    await bed.facts.waitFor(
      permissionChanged,
      ({ personId, status }) => personId === who.personId && status === 'suspended',
    )
    expect(valueOf(await bed.call(getPermissionMail, key))).toEqual({
      status: 'suspended',
      reason: '無断で使わない日が続いたため',
    })
    expect(codeOf(await bed.call(applyPermission, { actor: residentOf(who), cityId: 'mitaka' }))).toBe(
      'suspended',
    )
    expect(valueOf(await lift(who, 2))).toMatchObject({ status: 'approved', version: 3 })
    expect(valueOf(await bed.call(getPermissionMail, key)).reason).toBe('停止の期間が終わったため')
    expect(await actsOf(who)).toEqual(['lift-suspension by staff', 'suspend-permission by staff'])
  })

  test('does not keep the person from logging in and seeing what is theirs', async () => {
    const who = await approved()
    valueOf(await suspend(who))
    const { session } = await loggedIn(bed, loginOf(who))
    expect(session).toMatchObject({ personId: who.personId, role: 'resident' })
    expect(await stateOf(who)).toMatchObject({ status: 'suspended' })
  })

  test('is of who is approved, as the clerk saw it, in the own city, and not of oneself', async () => {
    const who = await approved()
    expect(codeOf(await suspend(who, 0))).toBe('state-changed')
    expect(codeOf(await suspend(who, 1, elsewhere))).toBe('not-found')
    expect(codeOf(await suspend(who, 1, residentOf(who)))).toBe('not-allowed')
    expect(codeOf(await suspend(staff))).toBe('not-allowed')
    expect(codeOf(await lift(who, 1))).toBe('state-changed')
    const both = await Promise.all([suspend(who), suspend(who)])
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'state-changed'])
    expect(codeOf(await suspend(await imported(bed, { permission: 'applied' })))).toBe('state-changed')
  })
})

describe('M6: signed out', () => {
  test('everywhere by staff: no session and no half of a login is left', async () => {
    const who = await approved()
    const [one, other] = [await loggedIn(bed, loginOf(who)), await loggedIn(bed, loginOf(who))]
    const half = await challenged(bed, loginOf(who))
    const ask = (by: Actor) => bed.call(signOutPerson, { actor: by, personId: who.personId })
    expect(codeOf(await ask(elsewhere))).toBe('not-found')
    expect(codeOf(await ask(residentOf(who)))).toBe('not-allowed')
    expect(valueOf(await ask(staff))).toEqual({ ended: 2 })
    await bed.facts.waitFor(sessionEnded, fact => fact.sessionId === other.session.sessionId)
    for (const { token } of [one, other])
      expect(codeOf(await bed.call(findSession, { token }))).toBe('no-session')
    expect(codeOf(await bed.call(finishLogin, half))).toBe('code-not-valid')
    expect(valueOf(await ask(staff))).toEqual({ ended: 0 })
    expect(await actsOf(who)).toContain('sign-out by staff')
  })

  test('A76: nobody signs out who works for a city', async () => {
    const clerk = await actor(bed, 'staff')
    expect(codeOf(await bed.call(signOutPerson, { actor: staff, personId: clerk.personId }))).toBe(
      'not-allowed',
    )
  })

  test('R15: one of one’s own sessions is ended, and another person’s is not', async () => {
    const [who, stranger] = [await approved(), await approved()]
    const [old, now] = [await loggedIn(bed, loginOf(who)), await loggedIn(bed, loginOf(who))]
    const list = async (by: Person) =>
      valueOf(await bed.call(listSessions, { actor: residentOf(by), sessionId: now.session.sessionId })).items
    expect((await list(who)).map(({ sessionId, isThis }) => [sessionId, isThis])).toEqual([
      [now.session.sessionId, true],
      [old.session.sessionId, false],
    ])
    expect(await list(stranger)).toEqual([])
    const end = (by: Person) =>
      bed.call(endOwnSession, { actor: residentOf(by), sessionId: old.session.sessionId })
    valueOf(await end(stranger))
    expect(codeOf(await bed.call(findSession, { token: old.token }))).toBe('done')
    expect((await Promise.all([end(who), end(who)])).map(codeOf)).toEqual(['done', 'done'])
    expect(codeOf(await bed.call(findSession, { token: old.token }))).toBe('no-session')
    expect((await list(who)).map(({ sessionId }) => sessionId)).toEqual([now.session.sessionId])
  })
})

describe('S9: staff send the help that the person could ask for', () => {
  const help = (personId: string, by = staff) => bed.call(sendPasswordHelp, { actor: by, personId })

  test('A40: to the mailbox alone, on the log, five an hour', async () => {
    const who = await approved()
    expect(valueOf(await help(who.personId))).toEqual({})
    const { helpId } = await bed.facts.waitFor(passwordHelpAsked, fact => fact.cityId === 'mitaka')
    const { mail, password } = valueOf(await bed.call(getPasswordHelpMail, { helpId }))
    expect(mail).toBe(who.mail)
    expect((await loggedIn(bed, loginOf(who, { password }))).session.mustChangePassword).toBe(true)
    expect(await actsOf(who)).toContain('send-password-help by staff')
    for (let nr = 2; nr <= 5; nr += 1) valueOf(await help(who.personId))
    expect(codeOf(await help(who.personId))).toBe('too-many-attempts')
  })

  test('not of another city, of a colleague, or to who has no mail', async () => {
    const who = await approved()
    expect(codeOf(await help(who.personId, elsewhere))).toBe('not-found')
    expect(codeOf(await help((await actor(bed, 'staff')).personId))).toBe('not-allowed')
    const { personId } = valueOf(
      await bed.call(registerAtCounter, {
        actor: staff,
        key: `press-${newId()}`,
        person: {
          name: '牟礼 ウメ',
          kana: 'ムレ ウメ',
          birthDate: '1931-03-04',
          postalCode: '181-0002',
          address: '三鷹市牟礼2-2-2',
          phone: '0422-12-3456',
        },
        acceptedTermsVersion: '2024-04',
        contact: { by: 'counter' },
        permission: 'approved',
      }),
    )
    expect(codeOf(await help(personId))).toBe('no-mail')
  })
})
