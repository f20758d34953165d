import type { Bug } from '../bug.ts'

const CONSUMER = 'libs/bus/src/consumer.ts'

export const bus: readonly Bug[] = [
  {
    mistake: 'A fact is acknowledged before its effect is committed',
    file: CONSUMER,
    right: 'const stillWorking = setInterval(',
    wrong: 'message.ack()\n    const stillWorking = setInterval(',
    test: 'libs/bus/tests/inbox.test.ts',
    title: 'a listener that stops in the middle of a fact hands it to the next one at once',
  },
  {
    mistake: 'A fact that comes twice has its effect twice',
    file: 'libs/bus/src/apply-event.ts',
    right: 'if (rows.length === 0) return',
    wrong: 'if (rows.length > 1) return',
    test: 'libs/bus/tests/inbox.test.ts',
    title: 'F13: a fact that comes twice has its effect once',
  },
  {
    mistake: 'The relay remembers the last row instead of what is not sent',
    file: 'libs/bus/src/relay.ts',
    right: 'from outbox where sent_at is null and',
    wrong: 'from outbox where seq > coalesce((select max(seq) from outbox where sent_at is not null), 0) and',
    test: 'libs/bus/tests/outbox.test.ts',
    title: 'E5',
  },
  {
    mistake: 'Two replicas relay side by side',
    file: 'libs/bus/src/relay.ts',
    right: " and (select pg_try_advisory_xact_lock(hashtext(current_schema() || '_relay')))",
    wrong: '',
    test: 'libs/bus/tests/outbox.test.ts',
    title: 'two replicas that relay one outbox keep its order and tell each fact once',
  },
  {
    mistake: 'Failed tries are counted in the process',
    file: 'libs/bus/src/failed-tries.ts',
    right: 'return rows[0]?.tries ?? 1',
    wrong: 'return rows[0] === undefined ? 1 : 2',
    test: 'libs/bus/tests/poison.test.ts',
    title: 'F15, P2: a fact that kills its listener three times is parked, and those behind it are applied',
  },
  {
    mistake: 'A handler that never ends is waited for without an end',
    file: 'libs/bus/src/apply-event.ts',
    right: 'await Promise.race([work(tx), late.promise])',
    wrong: 'await work(tx)',
    test: 'libs/bus/tests/endless.test.ts',
    title: 'P2: a handler that never ends',
  },
  {
    mistake: 'Due rows are taken by a select that a plan may repeat',
    file: 'libs/store/src/due-work.ts',
    right: `with next as materialized (
          select kind, key from due_work
          where due_at <= town_now() and kind = any(\${kinds}) and (retry_at is null or retry_at <= clock_timestamp())
          order by due_at, kind, key limit 1 for update skip locked)
        delete from due_work using next where (due_work.kind, due_work.key) = (next.kind, next.key)`,
    wrong: `delete from due_work where (kind, key) in (
          select kind, key from due_work
          where due_at <= town_now() and kind = any(\${kinds}) and (retry_at is null or retry_at <= clock_timestamp())
          order by due_at, kind, key limit 1 for update skip locked)`,
    test: 'libs/store/tests/due-work.test.ts',
    title: 'each row is taken alone',
  },
  {
    mistake: 'The months of a closure are counted as texts, past the year 9999 for ever',
    file: 'libs/calendar/src/local-date.ts',
    right: 'const count = Math.max(0, indexOf(to) - indexOf(from) + 1)',
    wrong:
      'let count = 0\n  for (let month = from; month <= to && count < 9_999; month = addMonths(month, 1)) count += 1',
    test: 'libs/calendar/src/local-date.test.ts',
    title: 'monthsBetween',
  },
]
