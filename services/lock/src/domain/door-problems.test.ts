import { expect, test } from 'vitest'
import { doorProblems } from './door-problems.ts'

const fine = {
  isGatewayUp: true,
  hangs: true,
  online: true,
  clockQuality: 'known',
  clockOffsetSeconds: 2,
  battery: 87,
  gatewayRefusal: null,
  lockRefusal: null,
  hasLateCode: false,
  hasRefusedCode: false,
  isFull: false,
  hasRevokedCode: false,
  isGuessedAt: false,
  alarms: [],
} as const

test.each([
  [{}, []],
  [{ online: false }, ['offline']],
  [{ hangs: false, online: false }, ['no-device']],
  [{ isGatewayUp: false }, ['gateway-away']],
  [{ clockOffsetSeconds: 60 }, []],
  [{ clockOffsetSeconds: -61 }, ['clock-warning']],
  [{ clockOffsetSeconds: 301 }, ['clock-bad']],
  [{ clockQuality: 'unknown' }, ['clock-bad']],
  [{ battery: 20 }, ['battery-low']],
  [{ battery: null }, []],
  [{ gatewayRefusal: 'unknown-lock' }, ['gateway-refused-unknown-lock']],
  [{ lockRefusal: 'digest-mismatch' }, ['lock-refused-digest-mismatch']],
  [{ alarms: ['foreign-unlock', 'tamper'] }, ['tamper', 'foreign-unlock']],
  [{ isGuessedAt: true, alarms: ['tamper'] }, ['keypad-guessed', 'tamper']],
  [{ hasRefusedCode: true, isFull: true }, ['code-refused', 'no-room']],
  [{ hasLateCode: true, hasRevokedCode: true }, ['code-late', 'revoked-code-may-open']],
] as const)('T12: %o shows %o', (about, problems) => {
  expect(doorProblems({ ...fine, ...about })).toEqual(problems)
})
