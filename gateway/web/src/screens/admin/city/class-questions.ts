import { say } from '../../../i18n/message.ts'
import { isFields } from '../settings/document.ts'
import type { Section } from '../settings/question.ts'
import { ownLetters } from '../venues/fresh.ts'
import { plainOption } from './options.ts'

/** G10, G11: what a city distinguishes its people and groups by. */
export const CLASSES: Section = {
  title: 'admin.set-s-classes',
  lead: 'admin.set-s-classes-lead',
  questions: [
    {
      kind: 'list',
      path: 'policy.classes',
      label: 'admin.set-classes',
      hint: 'admin.set-classes-hint',
      item: 'admin.set-class',
      add: 'admin.set-class-add',
      empty: 'absent',
      fresh: () => ({ classId: `class-${ownLetters()}`, name: '' }),
      questions: [
        {
          kind: 'line',
          path: 'name',
          label: 'admin.set-class-name',
          hint: 'admin.set-class-name-hint',
          max: 40,
          translated: true,
        },
        {
          kind: 'number',
          path: 'firstComeDelayDays',
          label: 'admin.set-class-delay',
          hint: 'admin.set-class-delay-hint',
          empty: 'absent',
          means: answers => {
            const count = answers('firstComeDelayDays')
            return typeof count === 'number' ? say('admin.set-class-delay-means', { count }) : undefined
          },
        },
        {
          kind: 'number',
          path: 'feePercent',
          label: 'admin.set-class-fee',
          hint: 'admin.set-class-fee-hint',
          empty: 'absent',
          means: answers => {
            const percent = answers('feePercent')
            return typeof percent === 'number' && percent >= 0
              ? say('admin.set-fee-means', { percent, yen: Math.floor(percent * 2) })
              : undefined
          },
        },
        {
          kind: 'choice',
          path: 'entersLottery',
          label: 'admin.set-class-lottery',
          options: [
            {
              id: 'yes',
              label: 'admin.set-class-lottery-yes',
              value: undefined,
              isNow: value => value !== false,
            },
            { id: 'no', label: 'admin.set-class-lottery-no', value: false, isNow: value => value === false },
          ],
        },
      ],
    },
  ],
}

/** G10: what is the same for every listing of the city. */
export const FEES: Section = {
  title: 'admin.set-s-fees',
  lead: 'admin.set-s-fees-lead',
  questions: [
    {
      kind: 'choice',
      path: 'policy.restDayFee',
      label: 'admin.set-rest-fee',
      options: [
        plainOption('off', 'admin.set-rest-fee-off', undefined),
        {
          id: 'on',
          label: 'admin.set-rest-fee-on',
          value: { days: 'sat-sun-holiday', percent: 120 },
          isNow: isFields,
          questions: [
            {
              kind: 'choice',
              path: 'policy.restDayFee.days',
              label: 'admin.set-rest-days',
              options: [
                plainOption('sat', 'admin.set-rest-days-sat', 'sat-sun-holiday'),
                plainOption('sun', 'admin.set-rest-days-sun', 'sun-holiday'),
              ],
            },
            {
              kind: 'number',
              path: 'policy.restDayFee.percent',
              label: 'admin.set-rest-percent',
              means: answers => {
                const percent = answers('policy.restDayFee.percent')
                return typeof percent === 'number' && percent >= 0
                  ? say('admin.set-fee-means', { percent, yen: Math.floor(percent * 2) })
                  : undefined
              },
            },
          ],
        },
      ],
    },
  ],
}
