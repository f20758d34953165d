import { plain } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { shownLanguage } from '../../../i18n/texts.ts'
import type { Answers, Section } from '../settings/question.ts'

const DATE = /^\d{4}-\d\d-\d\d$/
const TIME = { size: 6, hint: 'admin.set-lottery-time-hint' } as const

/** G14: when residents read and do not act. */
export const STOPS: Section = {
  title: 'admin.set-s-stops',
  lead: 'admin.set-s-stops-lead',
  questions: [
    {
      kind: 'list',
      path: 'policy.serviceStops',
      label: 'admin.set-stops',
      hint: 'admin.set-stops-hint',
      item: 'admin.set-stop',
      add: 'admin.set-stop-add',
      empty: 'absent',
      fresh: () => ({ from: '', fromTime: '00:00', to: '', toTime: '24:00', text: '' }),
      questions: [
        { kind: 'date', path: 'from', label: 'admin.set-stop-from' },
        { kind: 'line', path: 'fromTime', label: 'admin.set-stop-from-time', ...TIME },
        { kind: 'date', path: 'to', label: 'admin.set-stop-to' },
        { kind: 'line', path: 'toTime', label: 'admin.set-stop-to-time', ...TIME, means: spanOf },
        {
          kind: 'line',
          path: 'text',
          label: 'admin.set-stop-text',
          hint: 'admin.set-stop-text-hint',
          max: 200,
          translated: true,
        },
      ],
    },
  ],
}

function spanOf(answers: Answers) {
  const [from, to] = [answers('from'), answers('to')]
  if (typeof from !== 'string' || typeof to !== 'string' || !DATE.test(from) || !DATE.test(to))
    return undefined
  const day = (date: string, time: unknown) => `${plain.day(date, shownLanguage())} ${String(time)}`
  return say('admin.set-stop-means', {
    from: day(from, answers('fromTime')),
    to: day(to, answers('toTime')),
  })
}
