import { say } from '../../../i18n/message.ts'
import type { Section } from '../settings/question.ts'

/** What residents agree to and read (M4, M24). */
export const TEXTS: readonly Section[] = [
  {
    title: 'admin.set-s-terms',
    questions: [
      {
        kind: 'lines',
        path: 'termsText',
        label: 'admin.set-terms-text',
        hint: 'admin.set-terms-text-hint',
        max: 4000,
        translated: true,
      },
      {
        kind: 'line',
        path: 'policy.termsVersion',
        label: 'admin.set-terms-version',
        hint: 'admin.set-terms-version-hint',
        max: 40,
        size: 12,
        means: () => say('admin.set-terms-version-means'),
      },
    ],
  },
  {
    title: 'admin.set-s-privacy',
    questions: [
      {
        kind: 'lines',
        path: 'privacyText',
        label: 'admin.set-privacy-text',
        hint: 'admin.set-privacy-text-hint',
        max: 4000,
        empty: 'absent',
        translated: true,
      },
    ],
  },
]
