import type { Question, Section } from '../settings/question.ts'

const NAME: Question = {
  kind: 'line',
  path: 'name',
  label: 'admin.set-venue-name',
  hint: 'admin.set-venue-name-hint',
  max: 80,
  translated: true,
}
const KANA: Question = {
  kind: 'line',
  path: 'facts.kana',
  label: 'admin.set-venue-kana',
  hint: 'admin.set-venue-kana-hint',
  max: 160,
  empty: 'absent',
}
const PLACE: readonly Question[] = [
  {
    kind: 'line',
    path: 'postalCode',
    label: 'admin.set-venue-postal-code',
    hint: 'admin.set-venue-postal-code-hint',
    size: 10,
  },
  { kind: 'line', path: 'address', label: 'admin.set-venue-address', translated: true },
  {
    kind: 'line',
    path: 'area',
    label: 'admin.set-venue-area',
    hint: 'admin.set-venue-area-hint',
    max: 60,
    size: 16,
    empty: 'text',
  },
  { kind: 'line', path: 'phone', label: 'admin.set-venue-phone', size: 16, empty: 'null' },
]

/** M10: a venue as residents find it. */
export const ABOUT: readonly Section[] = [
  {
    title: 'admin.set-s-venue',
    questions: [
      NAME,
      KANA,
      {
        kind: 'line',
        path: 'pitch',
        label: 'admin.set-venue-pitch',
        hint: 'admin.set-venue-pitch-hint',
        max: 120,
        empty: 'text',
        translated: true,
      },
      {
        kind: 'lines',
        path: 'text',
        label: 'admin.set-venue-text',
        max: 4000,
        empty: 'text',
        translated: true,
      },
      ...PLACE,
      { kind: 'line', path: 'station', label: 'admin.set-venue-station', empty: 'null', translated: true },
      {
        kind: 'line',
        path: 'photo',
        label: 'admin.set-venue-photo',
        hint: 'admin.set-venue-photo-hint',
        empty: 'null',
      },
      {
        kind: 'lines',
        path: 'feeRule',
        label: 'admin.set-venue-fee-rule',
        max: 4000,
        empty: 'text',
        translated: true,
      },
    ],
  },
  {
    title: 'admin.set-s-map',
    lead: 'admin.set-s-map-lead',
    questions: [
      {
        kind: 'number',
        path: 'facts.latitude',
        label: 'admin.set-venue-latitude',
        hint: 'admin.set-venue-latitude-hint',
        size: 12,
        empty: 'absent',
      },
      {
        kind: 'number',
        path: 'facts.longitude',
        label: 'admin.set-venue-longitude',
        hint: 'admin.set-venue-longitude-hint',
        size: 12,
        empty: 'absent',
      },
    ],
  },
]

const WEEK: Section = {
  title: 'admin.set-s-hours',
  questions: [
    { kind: 'hours', path: 'hours', label: 'admin.set-hours', hint: 'admin.set-hours-hint' },
    {
      kind: 'choice',
      path: 'hours.holidayRule',
      label: 'admin.set-holiday-rule',
      options: [
        {
          id: 'holiday-wins',
          label: 'admin.set-holiday-wins',
          value: 'holiday-wins',
          isNow: value => value === 'holiday-wins',
        },
        {
          id: 'weekday-wins',
          label: 'admin.set-weekday-wins',
          value: 'weekday-wins',
          isNow: value => value === 'weekday-wins',
        },
      ],
    },
  ],
}

/** M11, M12: when a venue is open, and the days on which it is not. */
export const OPENING: readonly Section[] = [
  WEEK,
  {
    title: 'admin.set-s-closures',
    lead: 'admin.set-s-closures-lead',
    questions: [
      {
        kind: 'list',
        path: 'closures',
        label: 'admin.set-closures',
        item: 'admin.set-closure',
        add: 'admin.set-closure-add',
        fresh: () => ({ from: '', to: '', reason: '' }),
        questions: [
          { kind: 'date', path: 'from', label: 'admin.set-closure-from', size: 12 },
          { kind: 'date', path: 'to', label: 'admin.set-closure-to', size: 12 },
          {
            kind: 'line',
            path: 'reason',
            label: 'admin.set-closure-reason',
            hint: 'admin.set-closure-reason-hint',
            max: 200,
          },
        ],
      },
    ],
  },
]

export const VENUE: readonly Section[] = [...ABOUT, ...OPENING]

/** What must be known of a venue before its first room can be booked. */
export const NEW_VENUE: readonly Section[] = [
  {
    title: 'admin.set-s-venue',
    questions: [
      NAME,
      {
        kind: 'line',
        path: 'venueId',
        label: 'admin.set-venue-id',
        hint: 'admin.set-venue-id-hint',
        max: 63,
        form: { like: /^[a-z0-9][a-z0-9-]{0,62}$/, wrong: 'admin.set-venue-id-wrong' },
      },
      KANA,
      ...PLACE,
    ],
  },
  WEEK,
]
