import type { Bug } from '../bug.ts'

export const draws: readonly Bug[] = [
  {
    mistake: 'The audit log has two writers at once',
    file: 'services/lottery/src/store/audit.ts',
    right: "select pg_advisory_xact_lock(hashtext(current_schema() || ' audit log'))",
    wrong: 'select 1',
    test: 'services/lottery/tests/waiting.test.ts',
    title: 'V4: who appends',
  },
  {
    mistake: 'Entries of one person are counted side by side',
    file: 'services/lottery/src/store/copies.ts',
    right: 'where person_id = ${personId} for update`',
    wrong: 'where person_id = ${personId}`',
    test: 'services/lottery/tests/entries.test.ts',
    title: 'G2',
  },
  {
    mistake: 'An entry is written beside the freeze of its round',
    file: 'services/lottery/src/store/rounds.ts',
    right: '    .forShare()\n',
    wrong: '',
    test: 'services/lottery/tests/waiting.test.ts',
    title: 'A64: an entry waits',
  },
  {
    mistake: 'A round is moved by two at once',
    file: 'services/lottery/src/store/rounds.ts',
    right: '    .forUpdate()\n',
    wrong: '',
    test: 'services/lottery/tests/redraw.test.ts',
    title: 'P5: of many who confirm at once',
  },
  {
    mistake: 'A suspension is written beside the freeze of a round',
    file: 'services/lottery/src/store/draws.ts',
    right: 'order by round_id for share`',
    wrong: 'order by round_id`',
    test: 'services/lottery/tests/waiting.test.ts',
    title: 'M7: a suspension waits',
  },
  {
    mistake: 'The freeze has the time of the computer and not of the town',
    file: 'services/lottery/src/verbs/freeze-round.ts',
    right: 'const at = await townNow(tx)',
    wrong: 'await townNow(tx)\n  const at = new Date().toISOString()',
    test: 'services/lottery/tests/killed.test.ts',
    title: 'D17',
  },
]
