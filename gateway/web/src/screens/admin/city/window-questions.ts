import { isFields } from '../settings/document.ts'
import type { Option, Question, Section } from '../settings/question.ts'

const WINDOWS = 'policy.windows'
const LOTTERY = `${WINDOWS}.lottery`
const DRAW_TIME: Question = {
  kind: 'line',
  path: `${LOTTERY}.drawTime`,
  label: 'admin.set-lottery-time',
  hint: 'admin.set-lottery-time-hint',
  size: 6,
}

const NONE: Option = {
  id: 'none',
  label: 'admin.set-lottery-none',
  value: { kind: 'none' },
  isNow: isKind('none'),
}
const ROLLING: Option = {
  id: 'rolling',
  label: 'admin.set-lottery-rolling',
  note: 'admin.set-lottery-rolling-note',
  value: {
    kind: 'rolling',
    opensDaysBefore: 35,
    closesDaysBefore: 29,
    drawDaysBefore: 28,
    drawTime: '07:00',
  },
  isNow: isKind('rolling'),
  questions: [
    {
      kind: 'number',
      path: `${LOTTERY}.opensDaysBefore`,
      label: 'admin.set-lottery-opens',
      hint: 'admin.set-lottery-opens-hint',
    },
    {
      kind: 'number',
      path: `${LOTTERY}.closesDaysBefore`,
      label: 'admin.set-lottery-closes',
      hint: 'admin.set-lottery-closes-hint',
    },
    {
      kind: 'number',
      path: `${LOTTERY}.drawDaysBefore`,
      label: 'admin.set-lottery-draw',
      hint: 'admin.set-lottery-draw-hint',
    },
    DRAW_TIME,
  ],
}
const MONTHLY: Option = {
  id: 'monthly',
  label: 'admin.set-lottery-monthly',
  note: 'admin.set-lottery-monthly-note',
  value: { kind: 'monthly', monthsBefore: 3, opensDay: 1, closesDay: 10, drawDay: 15, drawTime: '07:00' },
  isNow: isKind('monthly'),
  questions: [
    {
      kind: 'number',
      path: `${LOTTERY}.monthsBefore`,
      label: 'admin.set-lottery-months',
      hint: 'admin.set-lottery-months-hint',
    },
    {
      kind: 'number',
      path: `${LOTTERY}.opensDay`,
      label: 'admin.set-lottery-opens-day',
      hint: 'admin.set-lottery-opens-day-hint',
    },
    {
      kind: 'number',
      path: `${LOTTERY}.closesDay`,
      label: 'admin.set-lottery-closes-day',
      hint: 'admin.set-lottery-closes-day-hint',
    },
    {
      kind: 'number',
      path: `${LOTTERY}.drawDay`,
      label: 'admin.set-lottery-draw-day',
      hint: 'admin.set-lottery-draw-day-hint',
    },
    DRAW_TIME,
    {
      kind: 'number',
      path: `${LOTTERY}.firstComeDay`,
      label: 'admin.set-lottery-first-come-day',
      hint: 'admin.set-lottery-first-come-day-hint',
      empty: 'absent',
    },
  ],
}

/** S10, M17, M18, M21: when a day of use is applied for. */
export const WINDOW_RULES: Section = {
  title: 'admin.set-s-windows',
  lead: 'admin.set-s-windows-lead',
  questions: [
    { kind: 'choice', path: LOTTERY, label: 'admin.set-lottery', options: [NONE, ROLLING, MONTHLY] },
    {
      kind: 'number',
      path: `${WINDOWS}.firstCome.opensDaysBefore`,
      label: 'admin.set-first-come-opens',
      hint: 'admin.set-first-come-opens-hint',
    },
    {
      kind: 'line',
      path: `${WINDOWS}.firstCome.opensTime`,
      label: 'admin.set-first-come-time',
      hint: 'admin.set-lottery-time-hint',
      size: 6,
    },
    {
      kind: 'number',
      path: `${WINDOWS}.firstCome.closesOfficeDaysBefore`,
      label: 'admin.set-first-come-closes',
      hint: 'admin.set-first-come-closes-hint',
    },
    {
      kind: 'choice',
      path: `${WINDOWS}.closedDays`,
      label: 'admin.set-closed-days',
      options: [
        {
          id: 'as-is',
          label: 'admin.set-closed-as-is',
          value: 'as-is',
          isNow: value => value === 'as-is',
        },
        {
          id: 'next',
          label: 'admin.set-closed-next',
          value: 'next-office-day',
          isNow: value => value === 'next-office-day',
        },
      ],
    },
    {
      kind: 'list',
      path: `${WINDOWS}.officeClosures`,
      label: 'admin.set-office-closures',
      hint: 'admin.set-office-closures-hint',
      item: 'admin.set-office-closure',
      add: 'admin.set-office-closure-add',
      fresh: () => ({ from: '', to: '' }),
      questions: [
        {
          kind: 'line',
          path: 'from',
          label: 'admin.set-month-day-from',
          hint: 'admin.set-month-day-hint',
          size: 6,
        },
        {
          kind: 'line',
          path: 'to',
          label: 'admin.set-month-day-to',
          hint: 'admin.set-month-day-hint',
          size: 6,
        },
      ],
    },
  ],
}

function isKind(kind: string) {
  return (value: unknown) => isFields(value) && value['kind'] === kind
}
