import { checkActs } from '@asaichi/audit/check-acts.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done } from '@asaichi/contract/define.ts'
import { findSession, sessionEnded, startLogin } from '@asaichi/contract/identity/login.ts'
import { changeMailFor } from '@asaichi/contract/identity/mail-change.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import {
  getOwnData,
  getWithdrawalMail,
  personWithdrawn,
  withdraw,
} from '@asaichi/contract/identity/own-data.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import { getPerson, recordContact, searchPeople } from '@asaichi/contract/identity/staff.ts'
import { weighEntrant } from '@asaichi/contract/lottery/own-data.ts'
import { weighPerson } from '@asaichi/contract/reservation/own-data.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import { actor, confirmed, imported, loggedIn, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const staff = await actor(bed, 'staff')

type Person = Awaited<ReturnType<typeof imported>>
const waits = new Map<string, { bookings?: number; bills?: number; entries?: number }>()
bed.serve(weighPerson, ({ personId }) => {
  const { bookings = 0, bills = 0 } = waits.get(personId) ?? {}
  return done({ bookings, bills })
})
bed.serve(weighEntrant, ({ personId }) => done({ entries: waits.get(personId)?.entries ?? 0 }))

const residentOf = ({ personId }: { personId: string }): Actor => ({
  personId,
  role: 'resident',
  cityId: 'mitaka',
})
const leave = (who: { personId: string }, password = PASSWORD) =>
  bed.call(withdraw, { actor: residentOf(who), password })
const approved = (more: object = {}) => imported(bed, { permission: 'approved', ...more })
const rowsOf = (who: Person) =>
  bed.sql<Record<string, unknown>>('select * from identity.persons where person_id = $1', [who.personId])

describe('V10: own data', () => {
  test('is everything that is registered and was done, by the password alone', async () => {
    const who = await approved()
    await bed.call(recordContact, { actor: staff, personId: who.personId, by: 'phone', outcome: 'no-answer' })
    const { session } = await loggedIn(bed, loginOf(who))
    const actorOf = { personId: session.personId, role: session.role, cityId: session.cityId }
    const asked = bed.call(getOwnData, { actor: actorOf, password: PASSWORD })
    expect(valueOf(await asked)).toMatchObject({
      profile: { name: who.name, mail: who.mail, memberNumber: who.memberNumber },
      cities: [{ cityId: 'mitaka', role: 'resident' }],
      permissions: [{ cityId: 'mitaka', status: 'approved' }],
      contacts: [{ by: 'phone', outcome: 'no-answer' }],
      sessions: [{ cityId: 'mitaka' }],
      acts: [
        { act: 'log-in', by: 'self' },
        { act: 'record-contact', by: 'staff' },
      ],
    })
  })

  test('is refused with a wrong password, and after ten tries to everybody at that session', async () => {
    const actorOf = residentOf(await approved())
    const tried = (password: string) => bed.call(getOwnData, { actor: actorOf, password })
    for (let nr = 0; nr < 10; nr++) expect(codeOf(await tried('wrong'))).toBe('current-password-wrong')
    expect(codeOf(await tried(PASSWORD))).toBe('too-many-attempts')
    expect(codeOf(await leave(actorOf))).toBe('too-many-attempts')
  })
})

describe('V11: 退会', () => {
  test.for([
    { name: 'bookings to come', waiting: { bookings: 2 }, code: 'has-live-bookings' },
    { name: 'lottery entries without a result', waiting: { entries: 1 }, code: 'has-open-entries' },
    { name: 'fees not paid or paid back', waiting: { bills: 3 }, code: 'has-open-bills' },
  ] as const)('is refused to who has $name, and changes nothing', async ({ waiting, code }) => {
    const who = await approved()
    waits.set(who.personId, waiting)
    expect(await leave(who)).toMatchObject({
      refusal: { code, detail: { count: Object.values(waiting)[0] } },
    })
    expect(await rowsOf(who)).toMatchObject([{ name: who.name, withdrawn_at: null }])
    waits.delete(who.personId)
    expect(codeOf(await leave(who, 'wrong'))).toBe('current-password-wrong')
    expect(valueOf(await leave(who))).toEqual({})
  })

  test('V9: is refused to who works for a city', async () => {
    const member = await imported(bed, { role: 'staff' })
    expect(codeOf(await leave(member))).toBe('works-for-city')
  })

  test('erases the person, ends the sessions, and tells the others; the number stays, and nothing logs in any more', async () => {
    const who = await approved({
      group: {
        name: '朝の会',
        members: [
          { name: '花田 一', birthDate: '1980-01-01' },
          { name: '花田 二', birthDate: '1981-01-01' },
        ],
      },
    })
    await bed.call(recordContact, {
      actor: staff,
      personId: who.personId,
      by: 'phone',
      outcome: 'other',
      note: '留守',
    })
    const { token, session } = await loggedIn(bed, loginOf(who))
    expect(valueOf(await leave(who))).toEqual({})
    const [row] = await rowsOf(who)
    const text = JSON.stringify(row)
    for (const personal of [who.name, who.kana, who.birthDate, who.address, who.phone, who.mail, '朝の会'])
      expect(text).not.toContain(personal)
    expect(row).toMatchObject({ member_number: who.memberNumber, name: '退会した人', mail: null })
    for (const table of ['group_members', 'contacts', 'mail_changes', 'known_devices'])
      expect(
        await bed.sql(`select 1 from identity.${table} where person_id = $1`, [who.personId]),
        table,
      ).toEqual([])
    expect(codeOf(await bed.call(findSession, { token }))).toBe('no-session')
    await bed.facts.waitFor(sessionEnded, fact => fact.sessionId === session.sessionId)
    await bed.facts.waitFor(personWithdrawn, fact => fact.personId === who.personId)
    const told = await bed.facts.waitFor(
      permissionChanged,
      fact => fact.personId === who.personId && fact.status === 'none',
    )
    expect(JSON.stringify(told)).not.toContain('2008-05-17')
    for (const login of [
      loginOf(who),
      {
        ...loginOf(who),
        cityId: 'sapporo',
        login: { kind: 'member-number' as const, memberNumber: who.memberNumber },
      },
    ])
      expect(codeOf(await bed.call(startLogin, login))).toBe('credentials-wrong')
    expect(codeOf(await bed.call(getRecipient, { personId: who.personId }))).toBe('not-found')
  })

  test('keeps the address for one last mail, for seven days', async () => {
    const who = await approved()
    await leave(who)
    await bed.facts.waitFor(personWithdrawn, fact => fact.personId === who.personId)
    const fact = bed.facts.of(personWithdrawn).find(each => each.personId === who.personId)
    const withdrawalId = fact?.withdrawalId ?? ''
    expect(valueOf(await bed.call(getWithdrawalMail, { withdrawalId }))).toMatchObject({
      mail: who.mail,
      name: who.name,
      cityId: 'mitaka',
    })
  })

  test('leaves what was done sealed as it was (V4)', async () => {
    const who = await approved()
    await leave(who)
    const checked = () => checkActs({ url: bed.adminUrl, schema: 'identity', anchors: [] })
    await eventually(async () =>
      expect(await checked()).toMatchObject({ verdict: { status: 'whole' }, waiting: 0 }),
    )
    expect((await checked()).sealed).toBeGreaterThan(0)
  })

  test('pressed twice is one withdrawal, and the same address registers anew at once', async () => {
    const who = await approved()
    const [one, other] = await Promise.all([leave(who), leave(who)])
    expect([one.ok, other.ok]).toContain(true)
    const facts = await bed.sql('select 1 from identity.audit where act = $1 and subject_id = $2', [
      'withdraw',
      who.personId,
    ])
    expect(facts).toHaveLength(1)
    const again = await confirmed(bed, { mail: who.mail })
    expect(again.memberNumber).not.toBe(who.memberNumber)
  })

  test('staff find who has left by the number, as somebody who has left, and cannot give the account a login', async () => {
    const who = await approved()
    await leave(who)
    const other = await approved()
    await leave(other)
    const found = valueOf(await bed.call(searchPeople, { actor: staff, query: who.memberNumber }))
    expect(found.items).toMatchObject([{ name: '退会した人', status: 'none', hasMail: false }])
    const { personId } = who
    const file = valueOf(await bed.call(getPerson, { actor: staff, personId }))
    expect(file).toMatchObject({ name: '退会した人', mail: null, alike: { count: 0 } })
    expect(file.withdrawnAt).not.toBeNull()
    const contact = { by: 'counter' } as const
    const mail = 'new@example.jp'
    expect(codeOf(await bed.call(changeMailFor, { actor: staff, personId, mail, contact }))).toBe('not-found')
  })
})

test('V4: a log whose last act is leaving can be read', async () => {
  const who = await approved()
  valueOf(await leave(who))
  expect(valueOf(await bed.call(listActs, { actor: residentOf(who) })).items).toMatchObject([
    { act: 'withdraw', by: 'self' },
  ])
})
