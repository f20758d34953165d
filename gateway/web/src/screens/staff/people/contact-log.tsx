import type { Contact, PersonFile } from '@asaichi/contract/identity/staff.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const WAYS = ['phone', 'sms', 'counter'] as const satisfies readonly Contact['by'][]
const OUTCOMES = [
  'confirmed',
  'no-answer',
  'wrong-number',
  'other',
] as const satisfies readonly Contact['outcome'][]

type Props = { readonly person: PersonFile; readonly onChanged: () => void }

/** M7: calls and SMS to a person, newest last, and the form for one more. */
export function ContactLog({ person, onChanged }: Props) {
  return (
    <section aria-labelledby="contacts">
      <H3 k="staff.contacts" id="contacts" />
      {person.contacts.length === 0 ? (
        <P k="staff.contacts-none" />
      ) : (
        <ol class="contact-log">
          {person.contacts.map(contact => (
            <li key={contact.at}>
              <Moment at={contact.at} short /> <T k={`staff.by-${contact.by}`} />：
              <strong>
                <T k={`staff.outcome-${contact.outcome}`} />
              </strong>
              {contact.note !== null && <span lang="ja"> {contact.note}</span>}
            </li>
          ))}
        </ol>
      )}
      <ContactForm key={person.contacts.length} person={person} onChanged={onChanged} />
    </section>
  )
}

function ContactForm({ person: { personId }, onChanged }: Props) {
  const [initial] = useState({ by: 'phone', outcome: '', note: '' })
  const form = useForm({
    initial,
    draft: `contact:${personId}`,
    validate: ({ outcome }) =>
      outcome === '' ? [{ field: 'outcome' as const, message: say('staff.error-outcome') }] : [],
    submit: async ({ by, outcome, note }) => {
      const answer = await api.post('/api/staff/applicants/{personId}/contacts', {
        params: { personId },
        body: {
          by: WAYS.find(one => one === by) ?? 'phone',
          outcome: OUTCOMES.find(one => one === outcome) ?? 'other',
          ...(note.trim() !== '' && { note }),
        },
      })
      if (answer.status === 'ok') onChanged()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate class="box">
      <h4>
        <T k="staff.contact-new" />
      </h4>
      <FormProblems form={form} />
      <div class="side-by-side">
        <RadioGroup
          {...form.field('by')}
          label={say('staff.contact-by')}
          options={WAYS.map(value => ({ value, label: say(`staff.by-${value}`) }))}
        />
        <RadioGroup
          {...form.field('outcome')}
          label={say('staff.contact-outcome')}
          options={OUTCOMES.map(value => ({ value, label: say(`staff.outcome-${value}`) }))}
        />
      </div>
      <TextField {...form.field('note')} label={say('staff.contact-note')} optional maxLength={200} />
      <SubmitButton busy={form.busy} k="staff.contact-save" />
    </form>
  )
}
