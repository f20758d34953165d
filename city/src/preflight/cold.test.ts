import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { expect, test } from 'vitest'
import { coldIn } from './cold.ts'
import { readFigures } from './figures.ts'

const FLOORS = { reservation: 2 }
const ready = (process: string, ...more: readonly string[]) =>
  readFigures(['# HELP service_ready Whether …', `service_ready{process="${process}"} 1`, ...more].join('\n'))
const everybody = [...ALL_SERVICES, 'reservation', 'gateway-api', 'keeper'].map(process => ready(process))

test('a city that stands at its floor and owes nothing is warm', () => {
  expect(coldIn(everybody, FLOORS)).toEqual([])
})

test('who is missing, not ready, or fewer than the floor is named', () => {
  const others = everybody.slice(1)
  const [first] = ALL_SERVICES
  expect(coldIn(others, FLOORS)).toEqual([`0 of ${first} ready, and there should be 1.`])
  expect(coldIn([...others, readFigures(`service_ready{process="${first}"} 0`)], FLOORS)).toHaveLength(1)
  expect(coldIn(everybody, { reservation: 6 })).toEqual(['2 of reservation ready, and there should be 6.'])
})

test.each([
  ['outbox_oldest_seconds 11', 'lottery has not told for 11 s what it decided.'],
  ['due_work_overdue_seconds 61.5', 'Work of lottery is 61.5 s late.'],
  ['bus_facts_unheard{from="catalog"} 201', 'lottery has 201 facts still to hear.'],
  ['lottery_rounds_overdue 3', '3 rounds are not drawn.'],
  ['mails_oldest_seconds{lane="codes"} 21', 'A login code has waited for 21 s.'],
  ['database_clock_skew_seconds -0.2', 'The clock of lottery is -0.2 s apart from the database’s.'],
  ['database_waiting 4', 'lottery waits for connections to its database already now.'],
])('%s is not warm', (line, sentence) => {
  expect(coldIn([...everybody, ready('lottery', line)], FLOORS)).toEqual([sentence])
})

test('what may wait does', () => {
  const patient = ready('notification', 'mails_oldest_seconds{lane="bulk"} 900', 'outbox_oldest_seconds 2')
  expect(coldIn([...everybody, patient], FLOORS)).toEqual([])
})
