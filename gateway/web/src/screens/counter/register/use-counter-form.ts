import { api, type ResultAt } from '../../../api/client.ts'
import { type Form, useForm } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { serverErrors } from '../../account/checks.ts'
import {
  type CounterField,
  type CounterValues,
  counterBody,
  counterErrors,
  NOBODY,
} from './counter-values.ts'

type Answer = ResultAt<'post', '/api/staff/people'>
export type CounterForm = Form<CounterValues, Answer>
export type Registered = Extract<Answer, { readonly status: 'ok' }>['value']

/** W6: what is typed at the counter survives a lost session; it is gone once the person has a number. */
export function useCounterForm(termsVersion: string): CounterForm {
  const form: CounterForm = useForm<CounterValues, Answer>({
    initial: NOBODY,
    draft: 'counter',
    validate: counterErrors,
    submit: async (values, key) => {
      const answer = await api.post('/api/staff/people', { body: counterBody(values, termsVersion), key })
      if (answer.status === 'refused') form.setErrors(fieldErrors(answer.problem))
      return answer
    },
  })
  return form
}

function fieldErrors(problem: Extract<Answer, { readonly status: 'refused' }>['problem']) {
  if (problem.code === 'birth-date-impossible')
    return [{ field: 'birth', message: say('person.birth-wrong') }]
  if (problem.code !== 'input-not-valid') return []
  return serverErrors(
    (problem.errors ?? []).map(error => ({ ...error, path: error.path.replace(/^person\./, '') })),
    SENT,
  )
}

const SENT: Readonly<Partial<Record<string, readonly [CounterField, Key]>>> = {
  name: ['name', 'person.name-wrong'],
  kana: ['kana', 'person.kana-wrong'],
  birthDate: ['birth', 'person.birth-wrong'],
  postalCode: ['postalCode', 'person.postal-wrong'],
  address: ['address', 'staff.counter-address-wrong'],
  phone: ['phone', 'person.phone-wrong'],
}
