import type { Section } from '../settings/question.ts'
import { freshPurpose } from '../venues/fresh.ts'

/** M24: what an application must say the use is for. */
export const PURPOSES: Section = {
  title: 'admin.set-s-purposes',
  lead: 'admin.set-s-purposes-lead',
  questions: [
    {
      kind: 'list',
      path: 'policy.purposes',
      label: 'admin.set-s-purposes',
      item: 'admin.set-purpose',
      add: 'admin.set-purpose-add',
      empty: 'absent',
      fresh: freshPurpose,
      questions: [
        {
          kind: 'line',
          path: 'name',
          label: 'admin.set-purpose-name',
          hint: 'admin.set-purpose-name-hint',
          max: 60,
          translated: true,
        },
      ],
    },
  ],
}
