import type { City } from '@asaichi/contract/catalog/city.ts'
import { useState } from 'preact/hooks'
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
  passwordBody,
  type Registration,
  type RegistrationField,
  registrationBody,
  registrationErrors,
} from './registration.ts'
import { stepPath } from './use-step.ts'

type Answer = ResultAt<'post', '/api/cities/{cityId}/registrations'>
export type RegistrationForm = Form<Registration, Answer> & {
  /** Judges the first page, its password by the server, before the confirm page is shown. */
  readonly goOn: (event: Event) => void
}

/** The form behind all pages of a registration; what the server does not take leads back to its field. */
export function useRegistration({ cityId, policy }: City): RegistrationForm {
  const [, navigate] = useLocation()
  const language = useLanguage()
  const { reload } = useCity()
  const form = useForm<Registration, Answer>({
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
  const [isJudging, setJudging] = useState(false)
  const judged = async () => {
    setJudging(true)
    const answer = await api.post('/api/passwords/judge', { body: passwordBody(form.values, cityId) })
    setJudging(false)
    // Where nobody answers, the registration itself says so.
    const errors = answer.status === 'refused' ? fieldErrors(answer.problem) : []
    if (errors.length > 0) form.setErrors(errors)
    else navigate(stepPath('/register', 'confirm'))
  }
  return {
    ...form,
    busy: form.busy || isJudging,
    goOn: event => {
      if (form.check(event) && !isJudging) void judged()
    },
  }
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
