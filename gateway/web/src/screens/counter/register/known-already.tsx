import { Link } from 'wouter-preact'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { Checkbox } from '../../../ui/form/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { CounterForm } from './use-counter-form.ts'

/** G3: who is registered under this name and birth date, to look at before another account is made. */
export function KnownAlready({ form }: { readonly form: CounterForm }) {
  const { answer } = form
  if (answer?.status !== 'refused' || answer.problem.code !== 'known-already') return null
  return (
    <Notice tone="warning" title={say('staff.counter-known-title')}>
      <ul>
        {answer.problem.accounts.map(({ personId, memberNumber, name }) => (
          <li key={personId}>
            <span lang="ja">{name}</span> {memberNumber}{' '}
            <Link href={`/staff/people/${personId}`}>
              <T k="staff.counter-known-see" />
              <span class="visually-hidden">
                ：{name} {memberNumber}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Checkbox label={say('staff.counter-another')} optional {...form.field('another')} />
    </Notice>
  )
}
