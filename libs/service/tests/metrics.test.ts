import { expect, test } from 'vitest'
import { METRICS, type Metric } from '../src/metric-list.ts'
import { counter, gauge, gauges, histogram, metrics, shared } from '../src/metrics.ts'

const told = (name: keyof typeof METRICS) => metrics.getSingleMetricAsString(name)

test('what cannot be read is left out, and the figures beside it are told', async () => {
  gauge('outbox_unsent', () => Promise.reject(new Error('the database is away')))
  gauges('mails_waiting', () => Promise.reject(new Error('the database is away')))
  gauge('parked_messages', () => 7)
  const text = await metrics.metrics()
  expect(text).not.toMatch(/^(outbox_unsent|mails_waiting)/m)
  expect(text).toMatch(/^parked_messages 7$/m)
  gauge('outbox_unsent', () => 2)
  expect(await told('outbox_unsent')).toContain('\noutbox_unsent 2')
})

test('a figure that does not come in time holds up no other', async () => {
  gauge('outbox_unsent', () => new Promise(() => undefined))
  gauge('parked_messages', () => 3)
  const text = await metrics.metrics()
  expect(text).not.toMatch(/^outbox_unsent/m)
  expect(text).toMatch(/^parked_messages 3$/m)
})

test('a label that is told no more is forgotten', async () => {
  let lanes = ['codes', 'bulk']
  gauges('mails_waiting', async () => lanes.map(lane => ({ words: [lane], value: 1 })))
  expect(await told('mails_waiting')).toContain('lane="codes"')
  lanes = ['bulk']
  expect(await told('mails_waiting')).not.toContain('lane="codes"')
})

test('counters and histograms count under their words', async () => {
  counter('due_work_total')('expiry', 'done')
  counter('due_work_total')('expiry', 'done')
  expect(await told('due_work_total')).toContain('due_work_total{kind="expiry",outcome="done"} 2')
  histogram('bus_answer_seconds')(0.03, 'catalog.call.get-city.v1')
  expect(await told('bus_answer_seconds')).toContain(
    'bus_answer_seconds_bucket{le="0.05",request="catalog.call.get-city.v1"} 1',
  )
})

test('what is expected is told as nothing before it happens, so that its first time is a rise', async () => {
  const count = counter('bus_facts_told_total', [['expected.event.v1']])
  expect(await told('bus_facts_told_total')).toContain('bus_facts_told_total{event="expected.event.v1"} 0')
  count('expected.event.v1')
  counter('bus_facts_told_total', [['expected.event.v1']])
  expect(await told('bus_facts_told_total')).toContain('bus_facts_told_total{event="expected.event.v1"} 1')
  const time = histogram('gateway_answer_seconds', [['/expected']])
  expect(await told('gateway_answer_seconds')).toContain('gateway_answer_seconds_count{route="/expected"} 0')
  time(0.2, '/expected')
  expect(await told('gateway_answer_seconds')).toContain('gateway_answer_seconds_count{route="/expected"} 1')
})

test('several figures of one question ask it once', async () => {
  let asked = 0
  const ask = shared(async () => {
    asked += 1
    return asked
  })
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
})

test.each(Object.entries<Metric>(METRICS))(
  '%s is named as Prometheus names it, and says what it is',
  (name, metric) => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/)
    expect(name.endsWith('_total')).toBe(metric.kind === 'counter')
    expect(metric.buckets !== undefined).toBe(metric.kind === 'histogram')
    expect(metric.help).not.toMatch(/\.$/)
    // What would grow without bound, or name somebody.
    expect(Object.keys(metric.labels ?? {}).join()).not.toMatch(/id|person|mail_address|city|ip|name|code$/i)
  },
)
