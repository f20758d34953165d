import { board, fromSeven, lines, MORNING, number } from './panels.ts'

const PRESS = 'route="/api/reservations"'

/** What a city sees of its seven o'clock: whether it is ready, what the presses met, and what was in the way. */
export const sevenBoard = board({ uid: 'seven', title: '07:00', time: MORNING }, [
  number('Ready for it', 'short', [
    'count by (app_kubernetes_io_name) (service_ready{app_kubernetes_io_name=~"reservation|gateway-api"} == 1)',
    '{{app_kubernetes_io_name}}',
  ]),
  number('Rounds not drawn', 'short', ['sum(lottery_rounds_overdue)', 'rounds']),
  number('To the first accepted press', 's', ['max(reservation_first_accept_seconds)', 'seconds']),
  number(
    'Of the ten minutes',
    'percentunit',
    ['last_over_time(asaichi:rush_fast:ratio10m[1d])', 'within a second'],
    ['last_over_time(asaichi:rush_answered:ratio10m[1d])', 'answered'],
  ),
  fromSeven('Presses a second by their answer', 'reqps', [
    'sum by (outcome) (rate(reservation_attempts_total[1m]))',
    '{{outcome}}',
  ]),
  lines(
    'Presses a second: today, yesterday, a week ago',
    'reqps',
    ['sum(rate(reservation_attempts_total[1m]))', 'today'],
    ['sum(rate(reservation_attempts_total[1m] offset 1d))', 'yesterday'],
    ['sum(rate(reservation_attempts_total[1m] offset 1w))', 'a week ago'],
  ),
  lines(
    'How long a press takes',
    's',
    [
      `histogram_quantile(0.5, sum by (le) (rate(gateway_answer_seconds_bucket{${PRESS}}[1m])))`,
      'half of them',
    ],
    [
      `histogram_quantile(0.99, sum by (le) (rate(gateway_answer_seconds_bucket{${PRESS}}[1m])))`,
      '99 of 100',
    ],
  ),
  lines('Answers of the front door', 'reqps', [
    'sum by (status) (rate(gateway_answers_total[1m]))',
    '{{status}}',
  ]),
  lines(
    'What waits',
    'short',
    ['sum(reservation_waiting)', 'presses at the desks'],
    ['sum(reservation_receipts_unwritten)', 'refusals without their receipt'],
    ['sum(gateway_in_flight)', 'requests in the front door'],
    ['sum by (app_kubernetes_io_name) (database_waiting)', 'for a connection in {{app_kubernetes_io_name}}'],
  ),
  lines('Presses decided in one transaction', 'short', [
    'sum(rate(reservation_batch_size_sum[1m])) / sum(rate(reservation_batch_size_count[1m]))',
    'on average',
  ]),
  lines('The oldest login code not sent', 's', ['max(mails_oldest_seconds{lane="codes"})', 'seconds']),
  lines('Event loops held up', 's', [
    'max by (app_kubernetes_io_name) (nodejs_eventloop_lag_p99_seconds)',
    '{{app_kubernetes_io_name}}',
  ]),
  lines('Clocks apart from the database’s', 's', [
    'max by (app_kubernetes_io_name) (abs(database_clock_skew_seconds))',
    '{{app_kubernetes_io_name}}',
  ]),
])
