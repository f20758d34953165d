import type { Actor } from '@asaichi/contract/actor.ts'
import { createCity } from '@asaichi/contract/catalog/city.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { searchActs } from '@asaichi/contract/identity/acts.ts'
import * as factor from '@asaichi/contract/identity/second-factor.ts'
import * as team from '@asaichi/contract/identity/team.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { IDS, INSTANT } from './sample-documents.ts'

const MEMBER = { personId: IDS.staff, name: '三鷹 職員', mail: 'staff@example.jp', role: 'staff' } as const
const INVITATION = {
  invitationId: IDS.challenge,
  mail: 'new@example.jp',
  role: 'staff',
  expiresAt: INSTANT,
  isOver: false,
} as const

/** Identity's answers about the team of Mitaka, and catalog's about a new city. */
export function serveTeam(serve: Bed['serve']): void {
  serve(
    team.listTeam,
    ({ actor }) =>
      teamOnly(actor) ?? done({ members: [{ ...MEMBER, hasApp: true }], invitations: [INVITATION] }),
  )
  serve(team.invite, ({ actor }) => teamOnly(actor) ?? done(INVITATION))
  serve(team.withdrawInvitation, ({ actor }) => teamOnly(actor) ?? done({}))
  serve(team.changeRole, ({ actor, role }) => teamOnly(actor) ?? done({ ...MEMBER, role }))
  serve(team.removeMember, ({ actor, personId }) =>
    personId === IDS.admin ? refuse('last-admin') : (teamOnly(actor) ?? done({})),
  )
  serve(factor.removeSecondFactor, ({ actor }) => teamOnly(actor) ?? done({}))
  serve(factor.getSecondFactor, () => done({ enrolledAt: null, codesLeft: 0, isRequired: false }))
  serve(factor.beginEnrolment, () => done({ secret: 'GEZDGNBV', uri: 'otpauth://totp/a?secret=GEZDGNBV' }))
  serve(factor.confirmEnrolment, ({ code }) =>
    code === '123456' ? done({ recoveryCodes: ['aaaa-bbbb-cccc-dddd'] }) : refuse('enrolment-code-wrong'),
  )
  serve(factor.beginStepUp, () => done({ challengeId: IDS.challenge, expiresAt: INSTANT, by: 'mail' }))
  serve(factor.finishStepUp, ({ code }) =>
    code === '123456' ? done({}) : refuse('code-wrong', { triesLeft: 4 }),
  )
  serve(team.listTeamActs, ({ actor }) => teamOnly(actor) ?? done({ items: [], next: null }))
  serve(searchActs, ({ actor }) =>
    actor.role === 'admin' ? done({ items: [], next: null }) : refuse('not-allowed'),
  )
  const { cityId, role, mail } = { ...INVITATION, cityId: 'mitaka' }
  serve(team.getInvitation, ({ token }) =>
    token === 'right'
      ? done({ cityId, role, mail, hasAccount: false, expiresAt: INSTANT })
      : refuse('token-not-valid'),
  )
  serve(createCity, ({ actor, cityId: id }) =>
    actor.role === 'operator' ? done(demoCity({ cityId: id })) : refuse('not-allowed'),
  )
  serve(team.acceptInvitation, ({ token }) =>
    token === 'right' ? done({ cityId, role }) : refuse('token-not-valid'),
  )
}

function teamOnly({ role, cityId }: Actor) {
  return role === 'operator' || (role === 'admin' && cityId === 'mitaka') ? undefined : refuse('not-found')
}
