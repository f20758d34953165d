import { expect, test } from 'vitest'
import { changedParts } from './changed-parts.ts'

test.each([
  ['services/lock/src/verbs/list-doors.ts', ['lock']],
  ['gateway/api/src/http/route.ts', ['gateway-api']],
  ['gateway/lock/src/gateway.ts', ['gateway-lock']],
])('%s is run by %s', (file, parts) => {
  expect(changedParts(file)).toEqual(parts)
})

test('a library is run by every service and both gateways', () => {
  const all = ['identity', 'catalog', 'reservation', 'lottery', 'notification', 'lock']
  expect(changedParts('libs/calendar/src/windows.ts')).toEqual([...all, 'gateway-lock', 'gateway-api'])
})

test.each([
  'gateway/web/src/app.tsx',
  'services/lock/src/domain/presence.test.ts',
  'services/lock/tests/outages.test.ts',
  'services/lock/README.md',
  'libs/testkit/src/bed.ts',
  'town/src/town.ts',
])('%s is run by no process that could be started again', file => {
  expect(changedParts(file)).toEqual([])
})
