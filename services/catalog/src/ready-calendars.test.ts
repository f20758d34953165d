import { expect, test } from 'vitest'
import { createReadyCalendars, type ReadyCalendar } from './ready-calendars.ts'

const now = '2026-12-01T00:00:00.000Z'
const later = '2026-12-02T00:00:00.000Z'

function builder(freshUntil = later) {
  let builds = 0
  return {
    builds: () => builds,
    build: async (): Promise<ReadyCalendar> => {
      builds += 1
      return { etag: `"${builds}"`, body: '{}', freshUntil, offer: 'nothing' }
    },
  }
}

test('a thousand people who ask at once cause one build', async () => {
  const calendars = createReadyCalendars()
  const { build, builds } = builder()
  await Promise.all(
    Array.from({ length: 1_000 }, () => calendars.answer({ key: 'room 2026-12', stamp: '1', now }, build)),
  )
  expect(builds()).toBe(1)
})

test('another stamp, or the end of its freshness, makes a new text', async () => {
  const calendars = createReadyCalendars()
  const { build, builds } = builder()
  await calendars.answer({ key: 'k', stamp: '1', now }, build)
  await calendars.answer({ key: 'k', stamp: '1', now }, build)
  expect(builds()).toBe(1)
  await calendars.answer({ key: 'k', stamp: '2', now }, build)
  expect(builds()).toBe(2)
  await Promise.all([
    calendars.answer({ key: 'k', stamp: '2', now: later }, builder('2026-12-03T00:00:00.000Z').build),
    calendars.answer({ key: 'k', stamp: '2', now: later }, build),
  ])
  expect(builds()).toBe(2)
})

test('a build that failed is tried again', async () => {
  const calendars = createReadyCalendars()
  const { build, builds } = builder()
  const failing = () => Promise.reject(new Error('database away'))
  await expect(calendars.answer({ key: 'k', stamp: '1', now }, failing)).rejects.toThrow('database away')
  await calendars.answer({ key: 'k', stamp: '1', now }, build)
  expect(builds()).toBe(1)
})

test('the room-month that was not asked for longest falls out first', async () => {
  const calendars = createReadyCalendars(2)
  const { build, builds } = builder()
  const ask = (key: string) => calendars.answer({ key, stamp: '1', now }, build)
  await ask('a')
  await ask('b')
  await ask('a')
  await ask('c')
  expect(builds()).toBe(3)
  await ask('a')
  expect(builds()).toBe(3)
  await ask('b')
  expect(builds()).toBe(4)
})
