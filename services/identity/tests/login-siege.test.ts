import { startLogin } from '@asaichi/contract/identity/login.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { playSiege } from '../siege/siege.ts'
import { SIEGES } from '../siege/sieges.ts'
import { imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

test.each(SIEGES)('V3, H4: 99.9 % of honest people get in: $name', siege => {
  const { all, known, guessesOfMostTried } = playSiege(siege)
  expect(known.in).toBe(known.people)
  expect(all.in).toBeGreaterThanOrEqual(0.999 * all.people)
  // docs/login-budgets.md, for a whole day.
  expect(guessesOfMostTried).toBeLessThanOrEqual(196 + 27 * siege.networks)
})

test('V3: while six networks press more guesses than can be hashed, whoever comes with a known device gets in at the first try', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => imported(bed)))
  const logins = await Promise.all(
    people.map(async person => {
      const { device } = await loggedIn(bed, loginOf(person), { stay: true })
      return loginOf(person, { source: 'network 1', device })
    }),
  )
  const guesses = Array.from({ length: 300 }, (_, index) => {
    const login = loginOf({ mail: `guess${index}@example.jp` }, { source: `network ${index % 6}` })
    return bed.call(startLogin, login, { deadlineMs: 60_000 })
  })
  const honest = await Promise.all(logins.map(login => bed.call(startLogin, login, { deadlineMs: 60_000 })))
  expect(honest.map(codeOf)).toEqual(people.map(() => 'done'))
  const codes = (await Promise.all(guesses)).map(codeOf)
  expect(codes).toContain('password-work-full')
  expect(new Set(codes)).toEqual(new Set(['password-work-full', 'credentials-wrong']))
})
