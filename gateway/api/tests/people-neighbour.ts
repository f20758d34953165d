import { done, refuse } from '@asaichi/contract/define.ts'
import { registerAtCounter } from '@asaichi/contract/identity/counter.ts'
import { endOwnSession, listSessions, type Session } from '@asaichi/contract/identity/login.ts'
import * as mailChange from '@asaichi/contract/identity/mail-change.ts'
import { getOwnData, withdraw } from '@asaichi/contract/identity/own-data.ts'
import { changePassword, requestPasswordHelp } from '@asaichi/contract/identity/password.ts'
import { changeProfile, getProfile, listActs, setLanguage } from '@asaichi/contract/identity/profile.ts'
import * as desk from '@asaichi/contract/identity/staff.ts'
import { listMyMails } from '@asaichi/contract/notification/own-data.ts'
import { listMyBills } from '@asaichi/contract/reservation/own-data.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { HANAKO, IDS, INSTANT } from './sample-documents.ts'
import { deskOnly, staffOnly } from './who-may.ts'

const CONTACT = { by: 'phone', outcome: 'confirmed', note: null, at: INSTANT } as const

const PROFILE = {
  ...HANAKO,
  memberNumber: '1234567',
  language: 'ja',
  group: null,
} as const

const PERMISSION = {
  personId: IDS.resident,
  cityId: 'mitaka',
  status: 'applied',
  version: 1,
  reason: null,
  changedAt: INSTANT,
} as const

const FILE: desk.PersonFile = {
  ...PROFILE,
  ...PERMISSION,
  appliedAt: INSTANT,
  alike: { count: 0, accounts: [] },
  contacts: [CONTACT],
}

const OWN_DATA = {
  profile: PROFILE,
  registeredAt: INSTANT,
  cities: [],
  permissions: [],
  contacts: [CONTACT],
  sessions: [],
  acts: [],
}

/** Identity's answers about accounts, for one resident of Mitaka. */
export function servePeople(serve: Bed['serve'], resident: Session): void {
  serve(requestPasswordHelp, ({ cityId }) => (cityId === 'mitaka' ? done({}) : refuse('unknown-city')))
  serve(changePassword, ({ token, currentPassword }) =>
    currentPassword === 'wrong'
      ? refuse('current-password-wrong')
      : done({ token: `${token}2`, session: resident }),
  )
  serve(getProfile, () => done(PROFILE))
  serve(changeProfile, ({ changes }) => done({ ...PROFILE, phone: changes.phone ?? PROFILE.phone }))
  serve(mailChange.requestMailChange, () => done({ changeId: IDS.challenge, expiresAt: INSTANT }))
  serve(mailChange.confirmMailChange, ({ code }) =>
    code === '123456' ? done({ mail: 'new@example.jp' }) : refuse('code-wrong', { triesLeft: 4 }),
  )
  serve(mailChange.changeMailFor, ({ actor, mail }) => deskOnly(actor) ?? done({ mail }))
  serve(getOwnData, ({ password }) =>
    password === 'wrong' ? refuse('current-password-wrong') : done(OWN_DATA),
  )
  serve(withdraw, ({ password }) =>
    password === 'wrong' ? refuse('has-live-bookings', { count: 2 }) : done({}),
  )
  serve(listMyMails, () => done({ items: [] }))
  serve(listMyBills, () => done({ items: [] }))
  serve(setLanguage, ({ language }) => done({ language }))
  serve(listActs, () => done({ items: [], next: null }))
  serve(desk.listApplicants, ({ actor }) => staffOnly(actor) ?? done({ items: [FILE], next: null }))
  serve(
    desk.countApplicants,
    ({ actor }) => staffOnly(actor) ?? done({ applied: 1, approved: 0, returned: 0, suspended: 0 }),
  )
  serve(desk.recordContact, ({ actor }) => deskOnly(actor) ?? done({ contacts: [CONTACT] }))
  serve(desk.searchPeople, ({ actor }) => staffOnly(actor) ?? done({ items: [], more: false }))
  serve(
    registerAtCounter,
    ({ actor, permission }) =>
      staffOnly(actor) ?? done({ personId: IDS.resident, memberNumber: '1234567', permission }),
  )
  serve(
    desk.suspendPermission,
    ({ actor }) => deskOnly(actor) ?? done({ ...PERMISSION, status: 'suspended' }),
  )
  serve(desk.liftSuspension, ({ actor }) => deskOnly(actor) ?? done({ ...PERMISSION, status: 'approved' }))
  serve(desk.changeClass, ({ actor, classId }) => deskOnly(actor) ?? done({ ...PERMISSION, classId }))
  serve(desk.signOutPerson, ({ actor }) => deskOnly(actor) ?? done({ ended: 1 }))
  serve(desk.sendPasswordHelp, ({ actor }) => deskOnly(actor) ?? done({}))
  serve(listSessions, () => done({ items: [] }))
  serve(endOwnSession, () => done({}))
  serve(desk.getPerson, ({ actor }) => deskOnly(actor) ?? done(FILE))
}
