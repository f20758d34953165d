import { confirmRegistration } from '../../src/mails/account/confirm-registration.ts'
import { deviceRemembered } from '../../src/mails/account/device-remembered.ts'
import { loginCode } from '../../src/mails/account/login-code.ts'
import { mailChangeCode } from '../../src/mails/account/mail-change-code.ts'
import { mailChanged } from '../../src/mails/account/mail-changed.ts'
import { memberInvited } from '../../src/mails/account/member-invited.ts'
import { passwordChanged } from '../../src/mails/account/password-changed.ts'
import { passwordHelp } from '../../src/mails/account/password-help.ts'
import { permissionChanged } from '../../src/mails/account/permission-changed.ts'
import { personWithdrawn } from '../../src/mails/account/person-withdrawn.ts'
import { registrationFinished } from '../../src/mails/account/registration-finished.ts'
import { secondFactorChanged } from '../../src/mails/account/second-factor-changed.ts'
import { type Sample, sampleOf } from './sample.ts'

const expiresAt = '2024-11-03T05:05:30.000Z'
const later = '2024-11-04T05:00:00.000Z'
const token = 'token-of-the-mail'
const code = '048291'

export const ACCOUNT_SAMPLES: readonly Sample[] = [
  sampleOf(confirmRegistration, 'an address that is new', { kind: 'confirm', token, expiresAt: later }),
  sampleOf(confirmRegistration, 'an address that is known already', { kind: 'already-registered' }),
  sampleOf(registrationFinished, 'always', { memberNumber: '20480917' }),
  sampleOf(loginCode, 'to log in', { code, expiresAt, purpose: 'login' }),
  sampleOf(loginCode, 'before an act of who works for the city', { code, expiresAt, purpose: 'step-up' }),
  sampleOf(passwordHelp, 'always', { password: 'abcdefghjkmnpqrs', expiresAt }),
  sampleOf(passwordChanged, 'always', {}),
  sampleOf(deviceRemembered, 'always', {}),
  sampleOf(secondFactorChanged, 'an app was set up', { change: 'enrolled' }),
  sampleOf(secondFactorChanged, 'a recovery code was used', { change: 'recovery-code-used' }),
  sampleOf(secondFactorChanged, 'another admin removed the app', { change: 'removed' }),
  sampleOf(mailChangeCode, 'always', { code, expiresAt, purpose: 'mail-change' }),
  sampleOf(mailChanged, 'to the address that was', { address: 'old' }),
  sampleOf(mailChanged, 'to the address that is', { address: 'new' }),
  sampleOf(permissionChanged, 'approved', { status: 'approved', reason: null }),
  sampleOf(permissionChanged, 'returned', { status: 'returned', reason: '住所が足りません' }),
  sampleOf(permissionChanged, 'suspended', { status: 'suspended', reason: '無断で利用されなかったため' }),
  sampleOf(permissionChanged, 'given back', { status: 'approved', reason: '手続きが済みました' }),
  sampleOf(personWithdrawn, 'always', {}),
  sampleOf(memberInvited, 'to the staff', { role: 'staff', token, expiresAt: later }),
]
