import { board, lines, number } from './panels.ts'

/** The processes themselves: objectives, bus, outbox, due work, database, memory. */
export const platformBoard = board(
  { uid: 'platform', title: 'Platform', time: { from: 'now-6h', to: 'now' } },
  [
    number('Answers that failed in 30 days, of 0.1 %', 'percentunit', [
      'sum(increase(gateway_answers_total{status=~"5.."}[30d])) / sum(increase(gateway_answers_total[30d]))',
      'failed',
    ]),
    number(
      'Mornings of 30 days, of 99.9 %',
      'percentunit',
      ['avg_over_time(asaichi:rush_fast:ratio10m[30d])', 'within a second'],
      ['avg_over_time(asaichi:rush_answered:ratio10m[30d])', 'answered'],
    ),
    number('Not ready', 'short', ['count(service_ready == 0) or vector(0)', 'processes']),
    number('Messages put aside', 'short', ['sum(parked_messages)', 'messages']),
    lines(
      'Share of answers that fail',
      'percentunit',
      ['asaichi:answers_failed:ratio5m', '5 minutes'],
      ['asaichi:answers_failed:ratio1h', 'an hour'],
      ['asaichi:answers_failed:ratio6h', 'six hours'],
    ),
    lines('Ready', 'short', [
      'sum by (app_kubernetes_io_name) (service_ready)',
      '{{app_kubernetes_io_name}}',
    ]),
    lines('The oldest fact not told', 's', [
      'max by (app_kubernetes_io_name) (outbox_oldest_seconds)',
      '{{app_kubernetes_io_name}}',
    ]),
    lines('Facts not heard yet', 'short', [
      'max by (app_kubernetes_io_name, from) (bus_facts_unheard)',
      '{{app_kubernetes_io_name}} of {{from}}',
    ]),
    lines('Work that is late', 's', [
      'max by (app_kubernetes_io_name) (due_work_overdue_seconds)',
      '{{app_kubernetes_io_name}}',
    ]),
    lines('Questions that were not answered', 'cps', [
      'sum by (request, outcome) (rate(bus_calls_total{outcome!="answered"}[5m]))',
      '{{outcome}} {{request}}',
    ]),
    lines('The slowest questions: 99 of 100', 's', [
      'topk(8, histogram_quantile(0.99, sum by (le, request) (rate(bus_answer_seconds_bucket[5m]))))',
      '{{request}}',
    ]),
    lines('Who waits for a connection', 'short', [
      'sum by (app_kubernetes_io_name) (database_waiting)',
      '{{app_kubernetes_io_name}}',
    ]),
    lines('Memory', 'bytes', [
      'max by (app_kubernetes_io_name) (process_resident_memory_bytes)',
      '{{app_kubernetes_io_name}}',
    ]),
    lines('Cores in use', 'short', [
      'sum by (app_kubernetes_io_name) (rate(process_cpu_seconds_total[1m]))',
      '{{app_kubernetes_io_name}}',
    ]),
  ],
)
