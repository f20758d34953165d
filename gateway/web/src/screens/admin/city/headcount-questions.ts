import { isFields } from '../settings/document.ts'
import type { Section } from '../settings/question.ts'
import { freshPeopleKind } from '../venues/fresh.ts'
import { plainOption } from './options.ts'

/** G15: how many people came, asked after the use. */
export const HEADCOUNT: Section = {
  title: 'admin.set-s-headcount',
  lead: 'admin.set-s-headcount-lead',
  questions: [
    {
      kind: 'choice',
      path: 'policy.headcount',
      label: 'admin.set-headcount',
      options: [
        plainOption('off', 'admin.set-headcount-off', undefined),
        {
          id: 'on',
          label: 'admin.set-headcount-on',
          value: { kinds: [{ kindId: 'all', name: '利用者' }], days: 14 },
          isNow: isFields,
          questions: [
            {
              kind: 'list',
              path: 'policy.headcount.kinds',
              label: 'admin.set-headcount-kinds',
              hint: 'admin.set-headcount-kinds-hint',
              item: 'admin.set-headcount-kind',
              add: 'admin.set-headcount-kind-add',
              fresh: freshPeopleKind,
              questions: [
                {
                  kind: 'line',
                  path: 'name',
                  label: 'admin.set-headcount-name',
                  hint: 'admin.set-headcount-name-hint',
                  max: 30,
                  translated: true,
                },
              ],
            },
            {
              kind: 'number',
              path: 'policy.headcount.days',
              label: 'admin.set-headcount-days',
              hint: 'admin.set-headcount-days-hint',
            },
          ],
        },
      ],
    },
  ],
}
