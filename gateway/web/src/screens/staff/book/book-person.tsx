import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { normaliseKana } from '../../../lib/normalise.ts'
import { normaliseNumber } from '../../../lib/normalise-number.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { PersonLines } from '../shared/person-lines.tsx'
import type { BookPartProps } from './use-book-form.ts'

/** T5: who is calling, by whatever they say first: name, kana, number or telephone. */
export function BookPerson({ form: booking, onStep }: BookPartProps) {
  const form = useForm({
    initial: { query: '' },
    validate: ({ query }) =>
      query.trim() === '' ? [{ field: 'query' as const, message: say('staff.error-query') }] : [],
    submit: ({ query }) => api.post('/api/staff/people/search', { body: { query: searchWords(query) } }),
  })
  const found = form.answer?.status === 'ok' ? form.answer.value : undefined
  const choose = (person: Person) => {
    booking.set('personId', person.personId)
    booking.set('personName', person.groupName ?? person.name)
    booking.set('memberNumber', person.memberNumber)
    booking.set('hasMail', person.hasMail)
    onStep(booking.values.from === '' ? 2 : 3)
  }
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <TextField
          {...form.field('query')}
          type="search"
          label={say('staff.person-query')}
          hint={say('staff.person-query-hint')}
          normalise={searchWords}
          maxLength={60}
        />
        <SubmitButton busy={form.busy} k="staff.person-search" />
      </form>
      <div role="status">
        {found && !form.busy && (
          <p>
            <T
              k={found.items.length === 0 ? 'staff.person-none' : 'staff.person-found'}
              p={{ count: found.items.length }}
            />
            {found.more && <T k="staff.person-more" />}
          </p>
        )}
      </div>
      {found?.items.length === 0 && !form.busy && (
        <p>
          <TextLink href="/staff/register" k="staff.person-register" />
        </p>
      )}
      {found && (
        <ul class="found-people">
          {found.items.map(person => (
            <FoundPerson key={person.personId} person={person} onChoose={() => choose(person)} />
          ))}
        </ul>
      )}
    </>
  )
}

type Person = ValueOf<RouteAt<'post', '/api/staff/people/search'>>['items'][number]

function FoundPerson({ person, onChoose }: { readonly person: Person; readonly onChoose: () => void }) {
  const { name, groupName, status } = person
  return (
    <li>
      <PersonLines person={person} />
      {status === 'approved' ? (
        <Button onClick={onChoose}>
          <T k="staff.person-choose" />
          <span class="visually-hidden">：{groupName ?? name}</span>
        </Button>
      ) : (
        <P k="staff.person-not-approved" />
      )}
    </li>
  )
}

/** Numbers and half-width kana as the search takes them; a name stays as it is typed. */
function searchWords(text: string): string {
  const plain = text.trim()
  if (/^[\d０-９\s\-‐-―−ーｰ－]+$/.test(plain)) return normaliseNumber(plain)
  return /[\uff66-\uff9f]/.test(plain) ? normaliseKana(plain) : plain
}
