import type { Section } from '../settings/question.ts'
import { freshOption } from './fresh.ts'
import type { OtherRoom } from './room-questions.ts'

/** G10: what can be booked with a room; all of `rooms` where none is ticked. */
export function optionSections(rooms: readonly OtherRoom[]): readonly Section[] {
  return [
    {
      title: 'admin.set-s-options',
      lead: 'admin.set-s-options-lead',
      questions: [
        {
          kind: 'list',
          path: 'options',
          label: 'admin.set-s-options',
          item: 'admin.set-option',
          add: 'admin.set-option-add',
          empty: 'absent',
          fresh: freshOption,
          questions: [
            {
              kind: 'line',
              path: 'name',
              label: 'admin.set-equipment-name',
              hint: 'admin.set-option-name-hint',
              max: 60,
              translated: true,
            },
            {
              kind: 'number',
              path: 'yen',
              label: 'admin.set-option-yen',
              hint: 'admin.set-listing-yen-hint',
            },
            {
              kind: 'number',
              path: 'stock',
              label: 'admin.set-equipment-count',
              hint: 'admin.set-option-stock-hint',
            },
            {
              kind: 'checks',
              path: 'spaceIds',
              label: 'admin.set-option-rooms',
              hint: 'admin.set-option-rooms-hint',
              empty: 'absent',
              options: rooms.map(({ spaceId, name }) => ({ value: spaceId, label: name })),
            },
            {
              kind: 'line',
              path: 'note',
              label: 'admin.set-option-note',
              hint: 'admin.set-option-note-hint',
              max: 400,
              empty: 'null',
              translated: true,
            },
          ],
        },
      ],
    },
  ]
}
