import type { Bug } from '../bug.ts'

export const locks: readonly Bug[] = [
  {
    mistake: 'A code counts as on the lock with whatever set it reports',
    file: 'services/lock/src/domain/report.ts',
    right: 'return rev > 0 && revIn !== null && revIn <= rev &&',
    wrong: 'return rev > 0 && revIn !== null &&',
    test: 'services/lock/src/domain/report.test.ts',
    title: 'V5: whatever is lost, late or reset',
  },
  {
    mistake: 'A grant is drawn and revoked side by side',
    file: 'services/lock/src/store/grants.ts',
    right: ".$if(how === 'for update', query => query.forUpdate())",
    wrong: ".$if(how === 'for update', query => query)",
    test: 'services/lock/tests/waiting.test.ts',
    title: 'I9: new digits wait',
  },
  {
    mistake: 'Digits are drawn for one lock by two at once',
    file: 'services/lock/src/store/locks.ts',
    right: "    .orderBy('lock_id')\n    .forUpdate()\n",
    wrong: "    .orderBy('lock_id')\n",
    test: 'services/lock/tests/waiting.test.ts',
    title: 'V5: digits for a lock wait',
  },
]
