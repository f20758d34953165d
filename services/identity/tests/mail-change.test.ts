import type { Actor } from '@asaichi/contract/actor.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import {
  changeMailFor,
  confirmMailChange,
  getMailChangeCode,
  getMailChangeNotice,
  mailChangeAsked,
  mailChanged,
  requestMailChange,
} from '@asaichi/contract/identity/mail-change.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { getProfile, listActs } from '@asaichi/contract/identity/profile.ts'
import { getPerson } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import {
  actor,
  challenged,
  imported,
  loggedIn,
  loginOf,
  otherCode,
  PASSWORD,
  startIdentityBed,
} from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

type Person = Awaited<ReturnType<typeof imported>>
const residentOf = ({ personId }: Person): Actor => ({ personId, role: 'resident', cityId: 'mitaka' })
const freshMail = () => `n${newId().slice(-12)}@example.jp`
const ask = (who: Person, mail: string, currentPassword = PASSWORD) =>
  bed.call(requestMailChange, { actor: residentOf(who), mail, currentPassword })
const confirm = (who: Person, changeId: string, code: string) =>
  bed.call(confirmMailChange, { actor: residentOf(who), changeId, code })
const mailOf = async (who: Person) => valueOf(await bed.call(getProfile, { actor: residentOf(who) })).mail

async function asked(who: Person, mail: string) {
  const { changeId } = valueOf(await ask(who, mail))
  await bed.facts.waitFor(mailChangeAsked, fact => fact.changeId === changeId)
  const { code } = valueOf(await bed.call(getMailChangeCode, { changeId }))
  return { changeId, code }
}

describe('M9: a resident’s new mail address', () => {
  test('is sent a code, becomes the address when the code comes back, and both are told', async () => {
    const who = await imported(bed)
    const mail = freshMail()
    const { changeId, code } = await asked(who, mail)
    expect(valueOf(await bed.call(getMailChangeCode, { changeId })).mail).toBe(mail)
    expect(await mailOf(who)).toBe(who.mail)
    expect(codeOf(await bed.call(getMailChangeNotice, { changeId, address: 'old' }))).toBe('not-found')

    expect(valueOf(await confirm(who, changeId, code))).toEqual({ mail })
    expect(await mailOf(who)).toBe(mail)
    await bed.facts.waitFor(mailChanged, fact => fact.changeId === changeId)
    for (const [address, expected] of [
      ['old', who.mail],
      ['new', mail],
    ] as const)
      expect(valueOf(await bed.call(getMailChangeNotice, { changeId, address })).mail).toBe(expected)
    expect((await loggedIn(bed, loginOf({ mail }))).session.personId).toBe(who.personId)
    expect(codeOf(await bed.call(startLogin, loginOf(who)))).toBe('credentials-wrong')
    const { items } = valueOf(await bed.call(listActs, { actor: residentOf(who) }))
    expect(items.map(item => [item.act, item.by])).toContainEqual(['change-mail', 'self'])
  })

  test('needs the password, for with the address one takes the account', async () => {
    expect(codeOf(await ask(await imported(bed), freshMail(), 'not the password'))).toBe(
      'current-password-wrong',
    )
  })

  test('A19: five wrong tries end it', async () => {
    const who = await imported(bed)
    const { changeId, code } = await asked(who, freshMail())
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await confirm(who, changeId, otherCode(code))).toEqual({
        ok: false,
        refusal: { code: 'code-wrong', detail: { triesLeft } },
      })
    expect(codeOf(await confirm(who, changeId, code))).toBe('code-not-valid')
    expect(await mailOf(who)).toBe(who.mail)
  })

  test('works once, by its owner alone, only the newest, and for thirty minutes', async () => {
    await bed.at('2024-11-02T13:00:00.000Z')
    const [who, other] = [await imported(bed), await imported(bed)]
    const older = await asked(who, freshMail())
    const newer = await asked(who, freshMail())
    expect(codeOf(await confirm(who, older.changeId, older.code))).toBe('code-not-valid')
    expect(codeOf(await bed.call(getMailChangeCode, { changeId: older.changeId }))).toBe('expired')
    expect(codeOf(await confirm(other, newer.changeId, newer.code))).toBe('code-not-valid')
    await bed.at('2024-11-02T13:29:59.999Z')
    expect(codeOf(await confirm(who, newer.changeId, newer.code))).toBe('done')
    expect(codeOf(await confirm(who, newer.changeId, newer.code))).toBe('code-not-valid')
    const late = await asked(who, freshMail())
    await bed.at('2024-11-02T13:59:59.999Z')
    expect(codeOf(await confirm(who, late.changeId, late.code))).toBe('code-not-valid')
  })

  test('A1: that is another person’s is answered alike, and told only to who has the code', async () => {
    const [who, other] = [await imported(bed), await imported(bed)]
    const { changeId, code } = await asked(who, other.mail.toUpperCase())
    expect(codeOf(await confirm(who, changeId, code))).toBe('mail-taken')
    expect(await mailOf(who)).toBe(who.mail)
    expect(codeOf(await bed.call(getMailChangeNotice, { changeId, address: 'old' }))).toBe('not-found')
  })

  test('of two who want one address at once, one gets it', async () => {
    const mail = freshMail()
    const people = [await imported(bed), await imported(bed)]
    const changes = await Promise.all(people.map(async who => ({ who, ...(await asked(who, mail)) })))
    const outcomes = await Promise.all(changes.map(({ who, changeId, code }) => confirm(who, changeId, code)))
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'mail-taken'])
  })

  test('A20: five codes an hour, and the sixth is told', async () => {
    const who = await imported(bed)
    for (let round = 0; round < 5; round += 1) valueOf(await ask(who, freshMail()))
    expect(await ask(who, freshMail())).toMatchObject({
      refusal: { code: 'too-many-codes', detail: { officePhone: '000-000-0000', retryAfterSeconds: 3_600 } },
    })
  })

  test('may be the same mailbox in another spelling, but not the very same address', async () => {
    const who = await imported(bed)
    expect(codeOf(await ask(who, who.mail))).toBe('same-mail')
    const { changeId, code } = await asked(who, who.mail.replace(/^[^@]+/, '"$&"'))
    expect(codeOf(await confirm(who, changeId, code))).toBe('done')
  })

  test('A17: a login code in the old mailbox opens nothing any more', async () => {
    const who = await imported(bed)
    const login = await challenged(bed, loginOf(who))
    const { changeId, code } = await asked(who, freshMail())
    valueOf(await confirm(who, changeId, code))
    expect(codeOf(await bed.call(finishLogin, login))).toBe('code-not-valid')
    expect(codeOf(await bed.call(getLoginCodeMail, { challengeId: login.challengeId }))).toBe('expired')
  })

  test('is in no fact', async () => {
    const who = await imported(bed)
    const mail = freshMail()
    const { changeId, code } = await asked(who, mail)
    valueOf(await confirm(who, changeId, code))
    expect(JSON.stringify(await bed.sql('select * from identity.outbox'))).not.toContain(mail)
  })
})

describe('M9, V4: staff write a new address for who lost the mailbox', () => {
  const change = (by: Actor, who: { readonly personId: string }, mail: string) =>
    bed.call(changeMailFor, {
      actor: by,
      personId: who.personId,
      mail,
      contact: { by: 'counter', note: '運転免許証' },
    })

  test('after the identity check, which is on the log, and the person and both mailboxes are told', async () => {
    const staff = await actor(bed, 'staff')
    const who = await imported(bed)
    const mail = freshMail()
    expect(valueOf(await change(staff, who, mail))).toEqual({ mail })
    expect((await loggedIn(bed, loginOf({ mail }))).session.personId).toBe(who.personId)
    const { changeId } = await bed.facts.waitFor(mailChanged, fact => fact.personId === who.personId)
    expect(valueOf(await bed.call(getMailChangeNotice, { changeId, address: 'old' })).mail).toBe(who.mail)
    expect(valueOf(await bed.call(getMailChangeNotice, { changeId, address: 'new' })).mail).toBe(mail)
    const { items } = valueOf(await bed.call(listActs, { actor: residentOf(who) }))
    expect(items.map(item => [item.act, item.by])).toContainEqual(['change-mail', 'staff'])
    const file = valueOf(await bed.call(getPerson, { actor: staff, personId: who.personId }))
    expect(file).toMatchObject({
      mail,
      contacts: [{ by: 'counter', outcome: 'confirmed', note: '運転免許証' }],
    })
  })

  test('not as a resident, for another city’s person, for themselves or a colleague, nor to an address that is taken', async () => {
    const staff = await actor(bed, 'staff')
    const who = await imported(bed)
    const admin = await imported(bed, { role: 'admin' })
    const elsewhere = await imported(bed, { cityId: 'sapporo' })
    expect(codeOf(await change(residentOf(who), who, freshMail()))).toBe('not-allowed')
    expect(codeOf(await change(staff, elsewhere, freshMail()))).toBe('not-found')
    expect(codeOf(await change(staff, staff, freshMail()))).toBe('not-allowed')
    expect(codeOf(await change(staff, admin, freshMail()))).toBe('not-allowed')
    expect(codeOf(await change(staff, who, who.mail))).toBe('same-mail')
    expect(codeOf(await change(staff, who, admin.mail.toUpperCase()))).toBe('mail-taken')
    expect(await mailOf(who)).toBe(who.mail)
    const file = valueOf(await bed.call(getPerson, { actor: staff, personId: who.personId }))
    expect(file.contacts).toEqual([])
  })
})
