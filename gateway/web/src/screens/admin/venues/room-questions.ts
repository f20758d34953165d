import { say } from '../../../i18n/message.ts'
import { plainOption } from '../city/options.ts'
import type { Question, Section } from '../settings/question.ts'
import { freshListing } from './fresh.ts'

export type OtherRoom = { readonly spaceId: string; readonly name: string }

/** What a room needs before it can be booked. */
export function roomBasics(root = ''): readonly Question[] {
  return [
    {
      kind: 'line',
      path: `${root}name`,
      label: 'admin.set-room-name',
      hint: 'admin.set-room-name-hint',
      max: 80,
      translated: true,
    },
    { kind: 'number', path: `${root}capacity`, label: 'admin.set-room-capacity' },
    {
      kind: 'number',
      path: `${root}minMinutes`,
      label: 'admin.set-room-min',
      hint: 'admin.set-room-min-hint',
    },
  ]
}

/** M13, M14: a room, and how it is offered. `others` are the rooms of the venue that it may be made of. */
export function roomSections(others: readonly OtherRoom[]): readonly Section[] {
  return [
    { title: 'admin.set-s-room', questions: [...roomBasics(), ...partsOf(others), ...DETAILS] },
    {
      title: 'admin.set-s-listings',
      lead: 'admin.set-s-listings-lead',
      questions: [
        {
          kind: 'list',
          path: 'listings',
          label: 'admin.set-listings',
          item: 'admin.set-listing',
          add: 'admin.set-listing-add',
          fresh: freshListing,
          questions: LISTING,
        },
      ],
    },
  ]
}

function partsOf(others: readonly OtherRoom[]): readonly Question[] {
  if (others.length === 0) return []
  return [
    {
      kind: 'checks',
      path: 'parts',
      label: 'admin.set-room-parts',
      hint: 'admin.set-room-parts-hint',
      empty: 'text',
      options: others.map(({ spaceId, name }) => ({ value: spaceId, label: name })),
    },
  ]
}

const DETAILS: readonly Question[] = [
  {
    kind: 'line',
    path: 'floor',
    label: 'admin.set-room-floor',
    hint: 'admin.set-room-floor-hint',
    size: 10,
    empty: 'null',
    translated: true,
  },
  { kind: 'number', path: 'areaM2', label: 'admin.set-room-area', empty: 'null' },
  { kind: 'number', path: 'ceilingM', label: 'admin.set-room-ceiling', empty: 'null' },
  {
    kind: 'list',
    path: 'equipment',
    label: 'admin.set-equipment',
    item: 'admin.set-equipment-item',
    add: 'admin.set-equipment-add',
    fresh: () => ({ name: '', count: null }),
    questions: [
      {
        kind: 'line',
        path: 'name',
        label: 'admin.set-equipment-name',
        hint: 'admin.set-equipment-name-hint',
        max: 60,
      },
      {
        kind: 'number',
        path: 'count',
        label: 'admin.set-equipment-count',
        hint: 'admin.set-equipment-count-hint',
        empty: 'null',
      },
    ],
  },
  { kind: 'words', path: 'purposes', label: 'admin.set-purposes', hint: 'admin.set-purposes-hint' },
  {
    kind: 'choice',
    path: 'internet',
    label: 'admin.set-internet',
    options: [
      plainOption('unknown', 'admin.set-unknown', null),
      plainOption('yes', 'admin.set-there', true),
      plainOption('no', 'admin.set-not-there', false),
    ],
  },
  {
    kind: 'choice',
    path: 'stepFree',
    label: 'admin.set-step-free',
    options: [
      plainOption('unknown', 'admin.set-unknown', undefined),
      plainOption('yes', 'admin.set-step-free-yes', true),
      plainOption('no', 'admin.set-step-free-no', false),
    ],
  },
  { kind: 'line', path: 'foodRule', label: 'admin.set-food-rule', empty: 'null', translated: true },
  { kind: 'line', path: 'tidyRule', label: 'admin.set-tidy-rule', empty: 'null', translated: true },
]

const STEPS_IN_TWO_HOURS = 4

const LISTING: readonly Question[] = [
  {
    kind: 'line',
    path: 'name',
    label: 'admin.set-listing-name',
    hint: 'admin.set-listing-name-hint',
    max: 80,
    translated: true,
  },
  {
    kind: 'choice',
    path: 'use',
    label: 'admin.set-listing-use',
    options: [
      plainOption('free', 'admin.set-listing-free', 'free'),
      plainOption('paid', 'admin.set-listing-paid', 'paid-event'),
    ],
  },
  {
    kind: 'number',
    path: 'yenPerStep',
    label: 'admin.set-listing-yen',
    hint: 'admin.set-listing-yen-hint',
    means: answers => {
      const yen = answers('yenPerStep')
      return typeof yen === 'number' && yen > 0
        ? say('admin.set-listing-yen-means', { yen: yen * STEPS_IN_TWO_HOURS })
        : undefined
    },
  },
  {
    kind: 'lines',
    path: 'termsText',
    label: 'admin.set-listing-terms',
    max: 4000,
    empty: 'null',
    translated: true,
  },
]
