import { addDays } from '@asaichi/calendar/local-date.ts'
import { plain } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { shownLanguage } from '../../../i18n/texts.ts'
import { isFields } from '../settings/document.ts'
import type { Answers, Option, Question, Section } from '../settings/question.ts'
import { plainOption } from './options.ts'

/** A day that the examples are about, as far ahead as somebody plans. */
const EXAMPLE = '2027-02-14'
const MOST_DAYS = 1_095
/** What an admin begins with. */
const LATE = { withinDays: 7, points: 1 }

/** G8: points and bans. */
export const POINTS: Section = {
  title: 'admin.set-s-points',
  lead: 'admin.set-s-points-lead',
  questions: [
    {
      kind: 'choice',
      path: 'policy.points',
      label: 'admin.set-points',
      options: [plainOption('off', 'admin.set-points-off', undefined), given()],
    },
  ],
}

function given(): Option {
  return {
    id: 'on',
    label: 'admin.set-points-on',
    value: { lateCancel: LATE, noShow: 2, bannedAt: 4, countedDays: 180, banDays: 30 },
    isNow: isFields,
    questions: [
      lateCancel(),
      noShow(),
      { kind: 'number', path: 'policy.points.bannedAt', label: 'admin.set-points-banned-at' },
      {
        kind: 'number',
        path: 'policy.points.countedDays',
        label: 'admin.set-points-counted-days',
        hint: 'admin.set-points-counted-days-hint',
      },
      {
        kind: 'number',
        path: 'policy.points.banDays',
        label: 'admin.set-points-ban-days',
        means: banMeans,
      },
    ],
  }
}

function lateCancel(): Question {
  return {
    kind: 'choice',
    path: 'policy.points.lateCancel',
    label: 'admin.set-points-late',
    means: lateMeans,
    options: [
      plainOption('off', 'admin.set-points-late-off', undefined),
      {
        id: 'on',
        label: 'admin.set-points-late-on',
        value: LATE,
        isNow: isFields,
        questions: [
          {
            kind: 'number',
            path: 'policy.points.lateCancel.withinDays',
            label: 'admin.set-points-late-days',
            hint: 'admin.set-points-late-days-hint',
          },
          {
            kind: 'number',
            path: 'policy.points.lateCancel.points',
            label: 'admin.set-points-late-points',
          },
        ],
      },
    ],
  }
}

function noShow(): Question {
  return {
    kind: 'choice',
    path: 'policy.points.noShow',
    label: 'admin.set-points-no-show',
    options: [
      plainOption('off', 'admin.set-points-no-show-off', undefined),
      {
        id: 'on',
        label: 'admin.set-points-no-show-on',
        value: 2,
        isNow: value => value !== undefined,
        questions: [
          { kind: 'number', path: 'policy.points.noShow', label: 'admin.set-points-no-show-points' },
        ],
      },
    ],
  }
}

function lateMeans(answers: Answers) {
  const days = daysOf(answers, 'policy.points.lateCancel.withinDays')
  if (days === undefined) return undefined
  return say('admin.set-points-late-means', { day: day(0), from: day(-days) })
}

function banMeans(answers: Answers) {
  const banDays = daysOf(answers, 'policy.points.banDays')
  const counted = daysOf(answers, 'policy.points.countedDays')
  const number = answers('policy.points.bannedAt')
  if (banDays === undefined || counted === undefined || typeof number !== 'number') return undefined
  return say('admin.set-points-ban-means', {
    date: day(0),
    number,
    until: day(banDays),
    from: day(1 - counted),
  })
}

function daysOf(answers: Answers, path: string): number | undefined {
  const days = answers(path)
  const isDays = typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
  return isDays ? days : undefined
}

function day(offset: number): string {
  return plain.day(addDays(EXAMPLE, offset), shownLanguage())
}
