import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPresence } from './presence.ts'

const at = '2024-12-01T00:00:00.000Z'
const later = '2024-12-01T00:00:05.000Z'

test('the will of an older run does not switch off the newer one', () => {
  const born = nextPresence(
    { state: 'online', boot: 'a', at, pastBoots: [] },
    { state: 'online', boot: 'b', at },
  )
  expect(born).toMatchObject({ state: 'online', boot: 'b' })
  expect(nextPresence(born, { state: 'offline', boot: 'a', at: later })).toBe(born)
})

test('a run nobody heard of begin can still end', () => {
  const known = { state: 'online', boot: 'a', at, pastBoots: [] } as const
  expect(nextPresence(known, { state: 'offline', boot: 'c', at: later })).toMatchObject({
    state: 'offline',
    boot: 'c',
    at: later,
  })
})

test('a lock that lost its connection and found it again is online in the same run', () => {
  const off = nextPresence(undefined, { state: 'offline', boot: 'a', at })
  expect(nextPresence(off, { state: 'online', boot: 'a', at: later })).toMatchObject({ state: 'online' })
})

test('runs in order with their wills in any delay: the last run decides', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }), delays => {
      const births = delays.map((_, run) => ({ order: run * 10, state: 'online' as const, boot: `r${run}` }))
      const wills = delays.map((delay, run) => ({
        order: (run + 1) * 10 + 1 + delay * 10,
        state: 'offline' as const,
        boot: `r${run}`,
      }))
      const said = [...births, ...wills.slice(0, -1)].toSorted((one, other) => one.order - other.order)
      const known = said.reduce<ReturnType<typeof nextPresence> | undefined>(
        (before, { state, boot }) => nextPresence(before, { state, boot, at }),
        undefined,
      )
      expect(known).toMatchObject({ state: 'online', boot: `r${delays.length - 1}` })
    }),
  )
})
