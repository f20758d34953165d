import type { Actor } from '@asaichi/contract/actor.ts'
import { findSession, finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import {
  acceptInvitation,
  changeRole,
  getInvitation,
  getInvitationMail,
  invite,
  inviteOperator,
  listTeam,
  listTeamActs,
  memberInvited,
  removeMember,
  type TeamRole,
  withdrawInvitation,
} from '@asaichi/contract/identity/team.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import { actor, imported, loggedIn, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const cityId = 'mitaka'
const admin = await actor(bed, 'admin')

const freshMail = () => `t${newId().slice(-12)}@example.jp`
const account = (differences = {}) => ({
  name: '野崎 次郎',
  kana: 'ノザキ ジロウ',
  birthDate: '1985-03-03',
  postalCode: '181-8555',
  address: '三鷹市野崎1-1-1',
  phone: '0422-00-0000',
  password: PASSWORD,
  language: 'ja' as const,
  ...differences,
})

const ask = (mail: string, role: TeamRole = 'staff', by = admin, city = cityId) =>
  bed.call(invite, { actor: by, cityId: city, mail, role })
const tokenOf = async (invitationId: string) =>
  valueOf(await bed.call(getInvitationMail, { invitationId })).token
async function invited(mail = freshMail(), role: TeamRole = 'staff', by = admin, city = cityId) {
  const { invitationId } = valueOf(await ask(mail, role, by, city))
  return { mail, invitationId, token: await tokenOf(invitationId) }
}
const accept = (token: string, own: ReturnType<typeof account> | undefined = account()) =>
  bed.call(acceptInvitation, { token, account: own })
const teamOf = async (by = admin, city = cityId) =>
  valueOf(await bed.call(listTeam, { actor: by, cityId: city }))
async function joined(
  role: TeamRole = 'staff',
  by = admin,
  city = cityId,
): Promise<Actor & { mail: string }> {
  const { token, mail } = await invited(freshMail(), role, by, city)
  valueOf(await accept(token))
  const member = (await teamOf(by, city)).members.find(each => each.mail === mail)
  if (!member) throw new Error('nobody joined')
  return { personId: member.personId, role, cityId: city, mail }
}

describe('V9: an invitation to a team', () => {
  test('is mailed as a link, makes an account with its role, and a login tells the role', async () => {
    const { mail, invitationId, token } = await invited()
    await bed.facts.waitFor(memberInvited, fact => fact.invitationId === invitationId)
    expect(valueOf(await bed.call(getInvitation, { token }))).toMatchObject({
      cityId,
      role: 'staff',
      mail,
      hasAccount: false,
    })
    expect(codeOf(await bed.call(acceptInvitation, { token }))).toBe('account-needed')
    expect(valueOf(await accept(token))).toEqual({ cityId, role: 'staff' })
    expect((await loggedIn(bed, loginOf({ mail }))).session).toMatchObject({ role: 'staff', cityId })
  })

  test('works once, whoever presses twice', async () => {
    const { token } = await invited()
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'token-not-valid'])
    expect(codeOf(await bed.call(getInvitation, { token }))).toBe('token-not-valid')
  })

  test('is over after 72 hours, and the list says so', async () => {
    await bed.at('2024-11-03T00:00:00.000Z')
    const { token, invitationId } = await invited()
    await bed.at('2024-11-05T23:59:59.000Z')
    expect(codeOf(await bed.call(getInvitation, { token }))).toBe('done')
    await bed.at('2024-11-06T00:00:00.000Z')
    expect(codeOf(await accept(token))).toBe('token-not-valid')
    expect(codeOf(await bed.call(getInvitationMail, { invitationId }))).toBe('not-found')
    expect((await teamOf()).invitations.find(each => each.invitationId === invitationId)?.isOver).toBe(true)
  })

  test('sent again, only the newest link counts', async () => {
    const mail = freshMail()
    const older = await invited(mail)
    const newer = await invited(mail, 'admin')
    expect(codeOf(await accept(older.token))).toBe('token-not-valid')
    expect(valueOf(await accept(newer.token)).role).toBe('admin')
  })

  test('of one address by two admins at once leaves one link', async () => {
    const mail = freshMail()
    const asked = await Promise.all([ask(mail), ask(mail, 'admin'), ask(mail)])
    expect(asked.map(codeOf)).toEqual(['done', 'done', 'done'])
    expect((await teamOf()).invitations.filter(each => each.mail === mail)).toHaveLength(1)
  })

  test('withdrawn, it opens nothing', async () => {
    const { token, invitationId } = await invited()
    const withdraw = () => bed.call(withdrawInvitation, { actor: admin, cityId, invitationId })
    expect(codeOf(await withdraw())).toBe('done')
    expect(codeOf(await withdraw())).toBe('not-found')
    expect(codeOf(await accept(token))).toBe('token-not-valid')
  })

  test('gives whoever has an account the role, and leaves the account as it is', async () => {
    const who = await imported(bed)
    const { token } = await invited(who.mail.toUpperCase())
    expect(valueOf(await bed.call(getInvitation, { token })).hasAccount).toBe(true)
    valueOf(await accept(token, account({ name: '別の 名前', password: 'もうひとつの合言葉5' })))
    const { session } = await loggedIn(bed, loginOf(who))
    expect(session).toMatchObject({ personId: who.personId, role: 'staff', name: who.name })
  })

  test('a weak password and a birth date to come are refused, and the link still works', async () => {
    const { token } = await invited()
    expect(codeOf(await accept(token, account({ password: 'password' })))).toBe('weak-password')
    expect(codeOf(await accept(token, account({ birthDate: '2190-01-01' })))).toBe('birth-date-impossible')
    expect(codeOf(await accept(token))).toBe('done')
  })

  test('a made-up link, and that of a registration, are none', async () => {
    const made = `${newId()}.${'A'.repeat(43)}`
    for (const token of ['', 'x', made]) expect(codeOf(await accept(token))).toBe('token-not-valid')
  })

  test('for who is on the team already is refused', async () => {
    const { mail } = await joined()
    expect(codeOf(await ask(mail, 'admin'))).toBe('in-team-already')
  })

  test('A11, A79: nobody invites beyond their own city and role', async () => {
    const [staff, resident] = [await actor(bed, 'staff'), await actor(bed, 'resident')]
    const elsewhere = await actor(bed, 'admin', 'sapporo')
    for (const who of [staff, resident, elsewhere])
      expect(codeOf(await ask(freshMail(), 'staff', who))).toBe('not-found')
    expect(codeOf(await ask(freshMail(), 'operator'))).toBe('not-allowed')
    expect(codeOf(await ask(freshMail(), 'operator', admin, INSTALLATION))).toBe('not-found')
  })
})

describe('V9: the roles of a team', () => {
  test('a role that changes ends the sessions of the role before', async () => {
    const member = await joined()
    const { token } = await loggedIn(bed, loginOf(member))
    expect(valueOf(await bed.call(findSession, { token })).role).toBe('staff')
    valueOf(await bed.call(changeRole, { actor: admin, cityId, personId: member.personId, role: 'admin' }))
    expect(codeOf(await bed.call(findSession, { token }))).toBe('no-session')
    expect((await loggedIn(bed, loginOf(member))).session.role).toBe('admin')
  })

  test('who is removed is a resident with the same account', async () => {
    const member = await joined()
    valueOf(await bed.call(removeMember, { actor: admin, cityId, personId: member.personId }))
    expect((await loggedIn(bed, loginOf(member))).session.role).toBe('resident')
    expect(codeOf(await bed.call(removeMember, { actor: admin, cityId, personId: member.personId }))).toBe(
      'not-found',
    )
  })

  test('A79: the last admin is neither removed nor made staff; of two who remove each other one stays', async () => {
    const first = await actor(bed, 'admin', 'chofu')
    const alone = { actor: first, cityId: 'chofu', personId: first.personId }
    expect(codeOf(await bed.call(removeMember, alone))).toBe('last-admin')
    expect(codeOf(await bed.call(changeRole, { ...alone, role: 'staff' }))).toBe('last-admin')
    expect(codeOf(await bed.call(changeRole, { ...alone, role: 'admin' }))).toBe('done')
    const second = await joined('admin', first, 'chofu')
    const outcomes = await Promise.all([
      bed.call(removeMember, { actor: first, cityId: 'chofu', personId: second.personId }),
      bed.call(removeMember, { actor: second, cityId: 'chofu', personId: first.personId }),
    ])
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'last-admin'])
  })

  test('a resident is nobody’s to give a role without an invitation', async () => {
    const { personId } = await actor(bed, 'resident')
    expect(codeOf(await bed.call(changeRole, { actor: admin, cityId, personId, role: 'admin' }))).toBe(
      'not-found',
    )
  })
})

describe('V9: operators', () => {
  test('the first comes by a link told at the machine, safe to ask twice, and logs in by mail', async () => {
    const mail = freshMail()
    const before = valueOf(await bed.call(inviteOperator, { mail }))
    const { token } = valueOf(await bed.call(inviteOperator, { mail }))
    expect(codeOf(await accept(before.token))).toBe('token-not-valid')
    expect(valueOf(await accept(token))).toEqual({ cityId: INSTALLATION, role: 'operator' })
    expect(codeOf(await bed.call(inviteOperator, { mail }))).toBe('in-team-already')
    const login = loginOf({ mail }, { cityId: INSTALLATION })
    const { challengeId } = valueOf(await bed.call(startLogin, login))
    const { code, cityId: sender } = valueOf(await bed.call(getLoginCodeMail, { challengeId }))
    expect(sender).toBe(INSTALLATION)
    const { session } = valueOf(await bed.call(finishLogin, { challengeId, code }))
    expect(session).toMatchObject({ role: 'operator', cityId: INSTALLATION })
  })

  test('an operator makes the first admin of a city, and sees but does not make its staff', async () => {
    const operator = await anOperator()
    const first = await joined('admin', operator, 'sapporo')
    expect((await loggedIn(bed, loginOf(first, { cityId: 'chofu' }))).session.role).toBe('resident')
    expect(codeOf(await ask(freshMail(), 'staff', operator, 'sapporo'))).toBe('not-allowed')
    expect(codeOf(await ask(freshMail(), 'admin', operator, 'nowhere'))).toBe('unknown-city')
    const staff = await joined('staff', first, 'sapporo')
    const who = { actor: operator, cityId: 'sapporo', personId: staff.personId }
    expect(codeOf(await bed.call(removeMember, who))).toBe('not-allowed')
    expect((await teamOf(operator, 'sapporo')).members.map(({ personId }) => personId)).toContain(
      staff.personId,
    )
  })

  test('A79: the last operator stays', async () => {
    const operator = await anOperator()
    const { members } = await teamOf(operator, INSTALLATION)
    const remove = (personId: string) =>
      bed.call(removeMember, { actor: operator, cityId: INSTALLATION, personId })
    for (const { personId } of members.filter(each => each.personId !== operator.personId))
      expect(codeOf(await remove(personId))).toBe('done')
    expect(codeOf(await remove(operator.personId))).toBe('last-admin')
  })

  async function anOperator(): Promise<Actor> {
    const mail = freshMail()
    const { token } = valueOf(await bed.call(inviteOperator, { mail }))
    valueOf(await accept(token))
    return (await loggedIn(bed, loginOf({ mail }, { cityId: INSTALLATION }))).session
  }
})

test('V4: every act on a team stands in its log and in the person’s own', async () => {
  const chief = await actor(bed, 'admin', 'sapporo')
  const member = await joined('staff', chief, 'sapporo')
  const key = { actor: chief, cityId: 'sapporo', personId: member.personId }
  valueOf(await bed.call(changeRole, { ...key, role: 'admin' }))
  valueOf(await bed.call(removeMember, key))
  const { invitationId } = valueOf(await ask(freshMail(), 'staff', chief, 'sapporo'))
  valueOf(await bed.call(withdrawInvitation, { actor: chief, cityId: 'sapporo', invitationId }))
  const log = valueOf(await bed.call(listTeamActs, { actor: chief, cityId: 'sapporo', limit: 6 }))
  expect(log.items.map(({ act, role }) => [act, role])).toEqual([
    ['withdraw-invitation', 'staff'],
    ['invite-member', 'staff'],
    ['remove-member', 'admin'],
    ['change-role', 'admin'],
    ['accept-invitation', 'staff'],
    ['invite-member', 'staff'],
  ])
  expect(log.items[5]?.about).toBe(member.mail)
  expect(log.items[4]?.about).toBe('野崎 次郎')
  const { items } = valueOf(await bed.call(listActs, { actor: member }))
  expect(items.map(({ act, by }) => [act, by])).toEqual([
    ['remove-member', 'staff'],
    ['change-role', 'staff'],
    ['accept-invitation', 'self'],
  ])
  expect(codeOf(await bed.call(listTeamActs, { actor: admin, cityId: 'sapporo' }))).toBe('not-found')
})
