import { say } from '../../../i18n/message.ts'
import type { Section } from '../settings/question.ts'
import { plainOption } from './options.ts'

/** G2, G3, G7 */
export const LIMITS: Section = {
  title: 'admin.set-s-limits',
  questions: [
    {
      kind: 'number',
      path: 'policy.quota.liveReservations',
      label: 'admin.set-live-reservations',
      hint: 'admin.set-live-reservations-hint',
      empty: 'null',
      means: answers => {
        const count = answers('policy.quota.liveReservations')
        if (count === null) return say('admin.set-live-none')
        return typeof count === 'number' ? say('admin.set-live-means', { count }) : undefined
      },
    },
    {
      kind: 'number',
      path: 'policy.quota.hoursADay',
      label: 'admin.set-hours-day',
      hint: 'admin.set-hours-day-hint',
      empty: 'absent',
    },
    {
      kind: 'number',
      path: 'policy.draw.entriesPerMonth',
      label: 'admin.set-entries-month',
      hint: 'admin.set-entries-month-hint',
      empty: 'null',
    },
    {
      kind: 'number',
      path: 'policy.draw.winsPerMonth',
      label: 'admin.set-wins-month',
      hint: 'admin.set-entries-month-hint',
      empty: 'null',
    },
    { kind: 'number', path: 'policy.draw.winsPerDay', label: 'admin.set-wins-day' },
    {
      kind: 'number',
      path: 'policy.draw.maxWishes',
      label: 'admin.set-max-wishes',
      hint: 'admin.set-max-wishes-hint',
    },
    {
      kind: 'choice',
      path: 'policy.draw.showCounts',
      label: 'admin.set-show-counts',
      options: [
        plainOption('yes', 'admin.set-show-counts-yes', true),
        plainOption('no', 'admin.set-show-counts-no', false),
      ],
    },
    {
      kind: 'choice',
      path: 'policy.draw.confirmDays',
      label: 'admin.set-confirm-days',
      means: answers => {
        const count = answers('policy.draw.confirmDays')
        return typeof count === 'number' ? say('admin.set-confirm-means', { count }) : undefined
      },
      options: [
        plainOption('off', 'admin.set-confirm-off', null),
        {
          id: 'on',
          label: 'admin.set-confirm-on',
          value: 7,
          isNow: value => value !== null,
          questions: [
            { kind: 'number', path: 'policy.draw.confirmDays', label: 'admin.set-confirm-days-number' },
          ],
        },
      ],
    },
    {
      kind: 'choice',
      path: 'policy.overlapAllowed',
      label: 'admin.set-overlap',
      options: [
        {
          id: 'no',
          label: 'admin.set-overlap-no',
          value: undefined,
          isNow: value => value === undefined || value === false,
        },
        plainOption('same-venue', 'admin.set-overlap-same-venue', 'same-venue'),
        plainOption('yes', 'admin.set-overlap-yes', true),
      ],
    },
  ],
}
