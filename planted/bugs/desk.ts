import type { Bug } from '../bug.ts'

const OCCUPY = 'services/reservation/tests/occupy.test.ts'
const OCCUPANCIES = 'services/reservation/src/store/occupancies.ts'
const DAYS = 'services/reservation/src/store/days.ts'

export const desk: readonly Bug[] = [
  {
    mistake: 'Times of a space may overlap in the database',
    file: 'services/reservation/src/store/migrations/0006-time-first.sql',
    right: 'exclude using gist (during with &&, space_id with =)',
    wrong: 'exclude using gist (occupancy_id with =, during with =, space_id with =)',
    test: OCCUPY,
    title: 'Q1: the database itself keeps two occupancies of a space apart',
  },
  {
    mistake: 'A whole room is kept of which only a part was free',
    file: OCCUPANCIES,
    right: 'rowsOf.get(each.occupancyId)?.length === each.spaceIds.length',
    wrong: '(rowsOf.get(each.occupancyId)?.length ?? 0) > 0',
    test: OCCUPY,
    title: 'M13: a whole of which one part is taken takes nothing',
  },
  {
    mistake: 'Spaces that a refused whole had taken stay taken',
    file: OCCUPANCIES,
    right: 'if (partial.length > 0)',
    wrong: 'if (partial.length > 10_000)',
    test: OCCUPY,
    title: 'M13: a whole of which one part is taken takes nothing',
  },
  {
    mistake: 'The day is read before it is locked, so its last projector is given twice',
    file: 'services/reservation/src/verbs/decide-batch.ts',
    right: `  const [{ now, numbers }, facts, pressing] = await atOnce(tx, lane =>
    Promise.all([
      lockLine(lane, day, { take: attempts.length + reserve, unused }),
      loadDay(lane, day, known),`,
    wrong: `  const [facts, { now, numbers }, pressing] = await atOnce(tx, lane =>
    Promise.all([
      loadDay(lane, day, known),
      lockLine(lane, day, { take: attempts.length + reserve, unused }),`,
    test: 'services/reservation/tests/options.test.ts',
    title: 'G10, Q1: of presses at once for the last projector',
  },
  {
    mistake: 'The persons of a batch are not locked',
    file: DAYS,
    right: 'order by person_id for update`',
    wrong: 'order by person_id`',
    test: 'services/reservation/tests/overlap.test.ts',
    title: 'G3: presses for two venues at once',
  },
  {
    mistake: 'Hours of a day are counted without the persons being locked',
    file: DAYS,
    right: 'order by person_id for update`',
    wrong: 'order by person_id`',
    test: 'services/reservation/tests/day-hours.test.ts',
    title: 'G2: presses for two venues at once',
  },
  {
    mistake: 'Quotas are counted without the persons being locked',
    file: DAYS,
    right: 'order by person_id for update`',
    wrong: 'order by person_id`',
    test: 'services/reservation/tests/quota-race.test.ts',
    title: 'G2: presses at two desks',
  },
  {
    mistake: 'What one of the staff has taken today is read without a lock',
    file: 'services/reservation/src/store/hold-requests.ts',
    right: '    .forUpdate()\n',
    wrong: '',
    test: 'services/reservation/tests/second-person.test.ts',
    title: 'P7: two desks at once',
  },
  {
    mistake: 'One press that the database refuses fails its whole batch',
    file: 'services/reservation/src/desk/apart.ts',
    right: 'if (all.length === 1 || isOutage(error))',
    wrong: 'if (all.length >= 1 || isOutage(error))',
    test: 'services/reservation/tests/neighbours.test.ts',
    title: 'P1',
  },
  {
    mistake: 'One press that cannot be read fails its whole message',
    file: 'services/reservation/src/verbs/apply-many.ts',
    right: 'const read = applyRequest.input.safeParse(press)',
    wrong: 'const read = { success: true as const, data: applyRequest.input.parse(press) }',
    test: 'services/reservation/tests/neighbours.test.ts',
    title: 'P1',
  },
  {
    mistake: 'A refusal is told before its receipt is written',
    file: 'services/reservation/src/desk/receipt-writer.ts',
    right: 'const state = await this.#write(batches)',
    wrong: "void this.#write(batches)\n      const state: BatchState = { status: 'written' }",
    test: 'services/reservation/tests/receipts-killed.test.ts',
    title: 'P12',
  },
  {
    mistake: 'The same key pressed again books again',
    file: 'services/reservation/src/domain/line.ts',
    right: 'used.personId === personId && used.key === key)',
    wrong: "used.personId === personId && used.key === '')",
    test: 'services/reservation/tests/apply.test.ts',
    title: 'D5',
  },
]
