import type { Bug } from '../bug.ts'

export const people: readonly Bug[] = [
  {
    mistake: 'Logins of one person are decided side by side',
    file: 'services/identity/src/store/persons.ts',
    right: 'where person_id = ${personId} for no key update`',
    wrong: 'where person_id = ${personId}`',
    test: 'services/identity/tests/login.test.ts',
    title: 'M9, A20',
  },
  {
    mistake: 'Favourites of one person are counted side by side',
    file: 'services/catalog/src/store/favourites.ts',
    right: 'select pg_advisory_xact_lock(hashtextextended(${`favourites ${personId}`}, 0))',
    wrong: 'select 1',
    test: 'services/catalog/tests/venue-day.test.ts',
    title: 'M28: who adds a favourite waits',
  },
  {
    mistake: 'Acts are sealed by two at once',
    file: 'libs/audit/src/seal-acts.ts',
    right: "select pg_try_advisory_xact_lock(hashtext(current_schema() || ' audit seals')) as alone",
    wrong: 'select true as alone',
    test: 'services/identity/tests/audit-seals.test.ts',
    title: 'V4: one seals at a time',
  },
  {
    mistake: 'An act that commits behind one of a higher number is never sealed',
    file: 'libs/audit/src/seal-acts.ts',
    right: 'from audit_unsealed join audit using (seq)\n',
    wrong:
      'from audit_unsealed join audit using (seq) where audit.seq > coalesce((select max(act_seq) from audit_seals), 0)\n',
    test: 'services/identity/tests/audit-seals.test.ts',
    title: 'V4: an act is there for a seal once it is committed',
  },
  {
    mistake: 'A mail is taken by two senders',
    file: 'services/notification/src/store/mails.ts',
    right: 'limit ${most} for update skip locked)',
    wrong: 'limit ${most})',
    test: 'services/notification/tests/undelivered.test.ts',
    title: 'D22: a mail that another sender',
  },
  {
    mistake: 'A mail is revived while its sender settles it',
    file: 'services/notification/src/store/mails.ts',
    right: 'where mail_id = ${mailId} and lease is null`',
    wrong: 'where mail_id = ${mailId}`',
    test: 'services/notification/tests/undelivered.test.ts',
    title: 'B10: a mail on its way is left',
  },
  {
    mistake: 'Help with a password is mailed to whoever asked instead of whoever is known',
    file: 'services/identity/src/verbs/request-password-help.ts',
    right: 'return known && isSamePerson(input, known) ? known.personId : undefined',
    wrong: 'return known?.personId',
    test: 'services/identity/tests/password-help.test.ts',
    title: 'S9',
  },
]
