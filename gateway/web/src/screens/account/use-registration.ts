import type { City } from '@asaichi/contract/catalog/city.ts'
import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { type Form, useForm } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { useCity } from '../../shell/city.tsx'
import { serverErrors } from './checks.ts'
import {
  NO_REGISTRATION,
  type Registration,
  type RegistrationField,
  registrationBody,
  registrationErrors,
} from './registration.ts'
import { stepPath } from './use-step.ts'

type Answer = ResultAt<'post', '/api/cities/{cityId}/registrations'>
export type RegistrationForm = Form<Registration, Answer>

/** The form behind all pages of a registration; what the server does not take leads back to its field. */
export function useRegistration({ cityId, policy }: City): RegistrationForm {
  const [, navigate] = useLocation()
  const language = useLanguage()
  const { reload } = useCity()
  const form: RegistrationForm = useForm<Registration, Answer>({
    initial: NO_REGISTRATION,
    draft: `register:${cityId}`,
    secret: ['password'],
    validate: registrationErrors,
    submit: async values => {
      const body = registrationBody(values, { termsVersion: policy.termsVersion, language })
      const answer = await api.post('/api/cities/{cityId}/registrations', { params: { cityId }, body })
      if (answer.status === 'ok') navigate(stepPath('/register', 'sent'))
      if (answer.status === 'refused') {
        if (answer.problem.code === 'terms-outdated') {
          reload()
          form.set('agree', false)
        }
        form.setErrors(fieldErrors(answer.problem))
        navigate(stepPath('/register', undefined))
      }
      return answer
    },
  })
  return form
}

type Problem = Extract<Answer, { readonly status: 'refused' }>['problem']

function fieldErrors(problem: Problem) {
  if (problem.code === 'weak-password') return [{ field: 'password', message: problemMessage(problem) }]
  if (problem.code === 'terms-outdated') return [{ field: 'agree', message: problemMessage(problem) }]
  if (problem.code === 'birth-date-impossible')
    return [{ field: 'birth', message: say('person.birth-wrong') }]
  return problem.code === 'input-not-valid' ? serverErrors(problem.errors, SENT) : []
}

const SENT: Readonly<Partial<Record<string, readonly [RegistrationField, Key]>>> = {
  group: ['members', 'account.members-wrong'],
  name: ['name', 'person.name-wrong'],
  kana: ['kana', 'person.kana-wrong'],
  birthDate: ['birth', 'person.birth-wrong'],
  postalCode: ['postalCode', 'person.postal-wrong'],
  address: ['street', 'person.street-wrong'],
  phone: ['phone', 'person.phone-wrong'],
  mail: ['mail', 'person.mail-wrong'],
  password: ['password', 'person.password-short'],
}
