import { board, lines, number } from './panels.ts'

const LOGIN = 'request="identity.call.start-login.v1"'

/** What the residents of a city do, and who is turned away. */
export const cityBoard = board({ uid: 'city', title: 'City', time: { from: 'now-24h', to: 'now' } }, [
  number('Bookings asked for today', 'short', [
    'sum(increase(bus_facts_told_total{event="reservation.event.reservation-requested.v1"}[24h]))',
    'bookings',
  ]),
  number('Approved today', 'short', [
    'sum(increase(bus_facts_told_total{event="reservation.event.reservation-approved.v1"}[24h]))',
    'bookings',
  ]),
  number('Registrations begun today', 'short', [
    'sum(increase(bus_facts_told_total{event="identity.event.registration-started.v1"}[24h]))',
    'people',
  ]),
  number('Entries in lotteries today', 'short', [
    'sum(increase(bus_facts_told_total{event="lottery.event.entry-received.v1"}[24h]))',
    'entries',
  ]),
  lines('What came of bookings in an hour', 'short', [
    'sum by (event) (increase(bus_facts_told_total{event=~"reservation.event.reservation-.*"}[1h]))',
    '{{event}}',
  ]),
  lines('Lottery rounds', 'short', ['sum by (status) (lottery_rounds)', '{{status}}']),
  lines('Logins, by what became of them', 'cps', [
    `sum by (outcome) (rate(bus_answers_total{${LOGIN}}[5m]))`,
    '{{outcome}}',
  ]),
  lines('Turned away at the entrance', 'reqps', [
    'sum by (status) (rate(gateway_answers_total{route="entrance"}[5m]))',
    '{{status}}',
  ]),
  lines('The busiest pages', 'reqps', [
    'topk(10, sum by (route) (rate(gateway_answers_total[5m])))',
    '{{route}}',
  ]),
  lines('Refusals and faults by page', 'reqps', [
    'topk(10, sum by (route, status) (rate(gateway_answers_total{status=~"[45].."}[5m])))',
    '{{status}} {{route}}',
  ]),
])
