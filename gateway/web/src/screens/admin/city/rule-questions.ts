import { timeOf } from '@asaichi/calendar/grid.ts'
import { say } from '../../../i18n/message.ts'
import { isFields } from '../settings/document.ts'
import type { Answers, Section } from '../settings/question.ts'
import { CLASSES, FEES } from './class-questions.ts'
import { HEADCOUNT } from './headcount-questions.ts'
import { LIMITS } from './limit-questions.ts'
import { plainOption } from './options.ts'
import { POINTS } from './point-questions.ts'
import { PURPOSES } from './purpose-questions.ts'
import { STOPS } from './stop-questions.ts'
import { WINDOW_RULES } from './window-questions.ts'

const LOGIN: Section = {
  title: 'admin.set-s-login',
  questions: [
    {
      kind: 'checks',
      path: 'policy.loginKinds',
      label: 'admin.set-login-kinds',
      options: [
        { value: 'mail', label: say('admin.set-login-mail') },
        { value: 'member-number', label: say('admin.set-login-member-number') },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.staffAppRequired',
      label: 'admin.set-staff-app',
      hint: 'admin.set-staff-app-hint',
      options: [
        { id: 'no', label: 'admin.set-staff-app-no', value: undefined, isNow: value => value !== true },
        plainOption('yes', 'admin.set-staff-app-yes', true),
      ],
    },
  ],
}

/** G4, M29, M30 */
const AFTERWARDS: Section = {
  title: 'admin.set-s-after',
  questions: [
    {
      kind: 'choice',
      path: 'policy.reopening',
      label: 'admin.set-reopening',
      means: answers =>
        answers('policy.reopening.kind') === 'next-opening' ? say('admin.set-reopening-means') : undefined,
      options: [
        {
          id: 'at-once',
          label: 'admin.set-reopening-at-once',
          value: { kind: 'at-once' },
          isNow: value => isFields(value) && value['kind'] === 'at-once',
        },
        {
          id: 'next',
          label: 'admin.set-reopening-next',
          value: { kind: 'next-opening', soonDays: 3 },
          isNow: value => isFields(value) && value['kind'] === 'next-opening',
          questions: [
            {
              kind: 'number',
              path: 'policy.reopening.soonDays',
              label: 'admin.set-reopening-soon',
              hint: 'admin.set-reopening-soon-hint',
            },
          ],
        },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.moveAllowed',
      label: 'admin.set-move',
      options: [
        { id: 'no', label: 'admin.set-move-no', value: false, isNow: value => value !== true },
        {
          id: 'yes',
          label: 'admin.set-move-yes',
          value: true,
          isNow: value => value === true,
          questions: [
            {
              kind: 'choice',
              path: 'policy.moveApproval',
              label: 'admin.set-move-approval',
              options: [
                {
                  id: 'again',
                  label: 'admin.set-move-again',
                  value: 'again',
                  isNow: value => value !== 'kept',
                },
                plainOption('kept', 'admin.set-move-kept', 'kept'),
              ],
            },
          ],
        },
      ],
    },
  ],
}

/** G6, G12, P7 */
const APPROVAL: Section = {
  title: 'admin.set-s-approval',
  questions: [
    {
      kind: 'choice',
      path: 'policy.approval',
      label: 'admin.set-approval',
      options: [
        plainOption('staff', 'admin.set-approval-staff', 'staff'),
        {
          ...plainOption('automatic', 'admin.set-approval-automatic', 'automatic'),
          note: 'admin.set-approval-automatic-note',
        },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.holds',
      label: 'admin.set-holds',
      options: [
        plainOption('usual', 'admin.set-holds-usual', undefined),
        {
          id: 'own',
          label: 'admin.set-holds-own',
          value: { hoursADay: 200 },
          isNow: isFields,
          questions: [{ kind: 'number', path: 'policy.holds.hoursADay', label: 'admin.set-holds-hours' }],
        },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.answerWarning',
      label: 'admin.set-warning',
      options: [
        plainOption('off', 'admin.set-warning-off', undefined),
        {
          id: 'on',
          label: 'admin.set-warning-on',
          value: { days: 3 },
          isNow: isFields,
          questions: [{ kind: 'number', path: 'policy.answerWarning.days', label: 'admin.set-warning-days' }],
        },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.openingPool',
      label: 'admin.set-opening-pool',
      means: answers => {
        const count = answers('policy.openingPool.seconds')
        return typeof count === 'number' ? say('admin.set-pool-means', { count }) : undefined
      },
      options: [
        plainOption('off', 'admin.set-pool-off', undefined),
        {
          id: 'on',
          label: 'admin.set-pool-on',
          value: { seconds: 5 },
          isNow: isFields,
          questions: [
            {
              kind: 'number',
              path: 'policy.openingPool.seconds',
              label: 'admin.set-pool-seconds',
              hint: 'admin.set-pool-seconds-hint',
            },
          ],
        },
      ],
    },
  ],
}

/** G9, V5 */
const DOORS: Section = {
  title: 'admin.set-s-doors',
  questions: [
    {
      kind: 'number',
      path: 'policy.doorMinutes.before',
      label: 'admin.set-door-before',
      means: answers => {
        const time = timeFrom(answers, 'policy.doorMinutes.before', minutes => 600 - minutes)
        return time === undefined ? undefined : say('admin.set-door-before-means', { time })
      },
    },
    {
      kind: 'number',
      path: 'policy.doorMinutes.after',
      label: 'admin.set-door-after',
      means: answers => {
        const time = timeFrom(answers, 'policy.doorMinutes.after', minutes => 720 + minutes)
        return time === undefined ? undefined : say('admin.set-door-after-means', { time })
      },
    },
    {
      kind: 'number',
      path: 'policy.codeDigits',
      label: 'admin.set-code-digits',
      hint: 'admin.set-code-digits-hint',
    },
  ],
}

/** Section 4 of the rules: what each city sets for itself. */
export const RULES: readonly Section[] = [
  WINDOW_RULES,
  CLASSES,
  FEES,
  STOPS,
  LIMITS,
  AFTERWARDS,
  POINTS,
  APPROVAL,
  PURPOSES,
  HEADCOUNT,
  DOORS,
  LOGIN,
]

function timeFrom(answers: Answers, path: string, minuteOf: (minutes: number) => number): string | undefined {
  const minutes = answers(path)
  const minute = typeof minutes === 'number' && Number.isInteger(minutes) ? minuteOf(minutes) : -1
  return minute >= 0 && minute <= 1440 ? timeOf(minute) : undefined
}
