import type { PeopleKind } from '@asaichi/contract/catalog/headcount.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { wholeNumber } from '../../lib/normalise-number.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { NumberField } from '../../ui/form/text-field.tsx'

const MOST = 99_999

type Props = {
  readonly reservation: Reservation
  readonly kinds: readonly PeopleKind[]
  readonly onDone: () => void
  /** Somebody else has written since: what was typed stays, and is sent anew over what stands there now. */
  readonly onStale: () => void
}

/** G15: one number for each kind of the city. */
export function HeadcountForm({ reservation, kinds, onDone, onStale }: Props) {
  const { reservationId, version, headcount } = reservation
  const language = useLanguage()
  const form = useForm({
    initial: startOf(kinds, headcount),
    draft: `headcount:${reservationId}`,
    validate: values =>
      kinds.flatMap(kind => {
        const people = wholeNumber(values[kind.kindId] ?? '')
        if (people !== undefined && people <= MOST) return []
        const name = ownWords(kind, 'name', language).text
        return [{ field: kind.kindId, message: say('headcount.error', { name, most: MOST }) }]
      }),
    submit: async values => {
      const answer = await api.post('/api/reservations/{reservationId}/headcount', {
        params: { reservationId },
        body: {
          expectedVersion: version,
          counts: kinds.map(({ kindId }) => ({ kindId, people: wholeNumber(values[kindId] ?? '') ?? 0 })),
        },
      })
      if (answer.status === 'ok') onDone()
      if (answer.status === 'refused' && answer.problem.code === 'state-changed') onStale()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      {kinds.map(kind => {
        const { text } = ownWords(kind, 'name', language)
        return <NumberField key={kind.kindId} label={text} size={6} {...form.field(kind.kindId)} />
      })}
      <SubmitButton busy={form.busy} k="headcount.save" />
    </form>
  )
}

function startOf(
  kinds: readonly PeopleKind[],
  headcount: Reservation['headcount'],
): Readonly<Record<string, string>> {
  const peopleOf = (kindId: string) => headcount?.kinds.find(each => each.kindId === kindId)?.people
  return Object.fromEntries(kinds.map(({ kindId }) => [kindId, String(peopleOf(kindId) ?? '')]))
}
