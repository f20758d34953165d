/** A figure: what it says, and where the words of each label come from. Every label takes its words from a set that is closed. */
export type Metric = {
  readonly kind: 'counter' | 'histogram' | 'gauge'
  readonly of:
    | 'every process'
    | 'who asks'
    | 'every service'
    | 'who keeps an audit log'
    | 'gateway-api'
    | 'gateway-lock'
    | DomainService
  readonly help: string
  readonly labels?: Readonly<Record<string, string>>
  readonly buckets?: readonly number[]
}
type DomainService = 'identity' | 'reservation' | 'lottery' | 'notification' | 'lock'

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const
const REQUEST = 'requests of the contract'
const PRODUCER = 'services'

/** Every figure of ours. Nothing is counted under another name, and no label is ever an id, a name or an address. */
export const METRICS = {
  service_ready: {
    kind: 'gauge',
    of: 'every process',
    help: 'Whether it can serve, as `/readyz` says: 1 or 0',
    labels: { process: 'names of the processes' },
  },

  bus_connected: { kind: 'gauge', of: 'who asks', help: 'Whether NATS is connected: 1 or 0' },
  bus_calls_total: {
    kind: 'counter',
    of: 'who asks',
    help: 'Questions asked, by how they ended; an answer that refuses is an answer',
    labels: { request: REQUEST, outcome: 'answered, unavailable, timeout, malformed, fault' },
  },
  bus_answers_total: {
    kind: 'counter',
    of: 'every service',
    help: 'Questions answered, by what with',
    labels: { request: REQUEST, outcome: 'answered, malformed, busy, fault, or the code of a refusal' },
  },
  bus_answer_seconds: {
    kind: 'histogram',
    of: 'every service',
    help: 'From a question’s arrival to its answer',
    labels: { request: REQUEST },
    buckets: SECONDS,
  },
  bus_facts_told_total: {
    kind: 'counter',
    of: 'every service',
    help: 'Facts the stream has taken',
    labels: { event: 'events of the contract' },
  },
  bus_facts_heard_total: {
    kind: 'counter',
    of: 'every service',
    help: 'Facts heard, by what became of them; `parked` waits for `npm run parked`',
    labels: { from: PRODUCER, outcome: 'applied, ignored, parked, failed' },
  },
  bus_facts_unheard: {
    kind: 'gauge',
    of: 'every service',
    help: 'Facts in a producer’s stream that are not applied here yet',
    labels: { from: PRODUCER },
  },
  outbox_unsent: { kind: 'gauge', of: 'every service', help: 'Facts that are true and not told yet' },
  outbox_oldest_seconds: { kind: 'gauge', of: 'every service', help: 'Age of the oldest of them' },
  parked_messages: { kind: 'gauge', of: 'every service', help: 'Messages put aside, waiting for a person' },
  due_work_overdue_seconds: {
    kind: 'gauge',
    of: 'every service',
    help: 'How late the most overdue row is, by the town’s time',
  },
  due_work_failing: {
    kind: 'gauge',
    of: 'every service',
    help: 'Rows that failed at least once and are tried again',
  },
  due_work_total: {
    kind: 'counter',
    of: 'every service',
    help: 'Rows taken, by kind and how they went',
    labels: { kind: 'kinds of due work', outcome: 'done, failed' },
  },
  database_waiting: {
    kind: 'gauge',
    of: 'every service',
    help: 'Who waits for a connection of the pool',
  },
  database_clock_skew_seconds: {
    kind: 'gauge',
    of: 'every service',
    help: 'How far this computer’s clock is ahead of the database’s, which decides',
  },

  gateway_answers_total: {
    kind: 'counter',
    of: 'gateway-api',
    help: 'Answers by route template and status; who was not let in counts under `entrance`',
    labels: { route: 'templates of the routes, entrance, fault', status: 'HTTP statuses' },
  },
  gateway_answer_seconds: {
    kind: 'histogram',
    of: 'gateway-api',
    help: 'From a request’s headers to its answer',
    labels: { route: 'templates of the routes' },
    buckets: SECONDS,
  },
  gateway_in_flight: { kind: 'gauge', of: 'gateway-api', help: 'Requests being served' },

  reservation_attempts_total: {
    kind: 'counter',
    of: 'reservation',
    help: 'Presses by their answer; busy is what was shed',
    labels: { outcome: 'accepted, busy, or the code of a refusal' },
  },
  reservation_batch_size: {
    kind: 'histogram',
    of: 'reservation',
    help: 'Presses decided in one transaction',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 400],
  },
  reservation_first_accept_seconds: {
    kind: 'gauge',
    of: 'reservation',
    help: 'Seconds from the latest opening of a date to its first accepted press',
  },
  reservation_waiting: { kind: 'gauge', of: 'reservation', help: 'Presses waiting at the desks' },
  reservation_receipts_unwritten: {
    kind: 'gauge',
    of: 'reservation',
    help: 'Refusals that wait for their receipt',
  },

  audit_copying_failing: {
    kind: 'gauge',
    of: 'who keeps an audit log',
    help: 'Whether the head of the log could not be copied out, such as where the log is not the one that was: 1 or 0',
  },
  audit_sealing_failing: {
    kind: 'gauge',
    of: 'identity',
    help: 'Whether acts could not be sealed: 1 or 0',
  },

  lottery_rounds: {
    kind: 'gauge',
    of: 'lottery',
    help: 'Rounds by status',
    labels: { status: 'statuses of a round' },
  },
  lottery_rounds_overdue: {
    kind: 'gauge',
    of: 'lottery',
    help: 'Rounds that are not drawn although their results are due within five minutes',
  },

  mails_waiting: {
    kind: 'gauge',
    of: 'notification',
    help: 'Mails not sent yet',
    labels: { lane: 'codes, decisions, bulk' },
  },
  mails_oldest_seconds: {
    kind: 'gauge',
    of: 'notification',
    help: 'Age of the oldest mail not sent yet, by the town’s time',
    labels: { lane: 'codes, decisions, bulk' },
  },
  mails_settled_total: {
    kind: 'counter',
    of: 'notification',
    help: 'Tries at mails by how they ended; `waiting` is tried again',
    labels: { kind: 'kinds of mail, unknown', status: 'sent, failed, dropped, waiting, to-tell' },
  },

  lock_gateway_up: {
    kind: 'gauge',
    of: 'lock',
    help: 'Whether the gateway of the locks is connected: 1 or 0',
  },
  site_locks_connected: { kind: 'gauge', of: 'gateway-lock', help: 'Locks connected to this site’s gateway' },
  site_cloud_connected: {
    kind: 'gauge',
    of: 'gateway-lock',
    help: 'Whether the lock service is connected: 1 or 0',
  },
  lock_doors: {
    kind: 'gauge',
    of: 'lock',
    help: 'Doors by how far their set has come',
    labels: { state: 'current, held, behind, refused, offline' },
  },
  lock_keypads_guessed: {
    kind: 'gauge',
    of: 'lock',
    help: 'Doors at whose keypads wrong entries follow one another',
  },
} as const satisfies Record<string, Metric>

export type MetricName<K extends Metric['kind']> = {
  [N in keyof typeof METRICS]: (typeof METRICS)[N]['kind'] extends K ? N : never
}[keyof typeof METRICS]
