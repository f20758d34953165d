import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../../api/client.ts'
import { type FieldError, useForm } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { problemMessage } from '../../../i18n/problem-message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { useCity } from '../../../shell/city.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const EMPTY = { cityId: '', name: '', officeName: '', address: '', phone: '', hours: '', url: '', mail: '' }
type Field = keyof typeof EMPTY
type Answer = ResultAt<'post', '/api/operator/cities'>

/** Only what cannot be guessed; all else begins as usual and is for the city's admins. */
export function CityForm() {
  const [, navigate] = useLocation()
  const { reload } = useCity()
  const form = useForm<typeof EMPTY, Answer>({
    initial: EMPTY,
    draft: 'new-city',
    validate: problemsOf,
    submit: async values => {
      const { cityId, name, officeName, ...office } = trimmed(values)
      const body = { cityId, name, office: { ...office, name: officeName } }
      const answer = await api.post('/api/operator/cities', { body })
      if (answer.status === 'ok') {
        reload()
        navigate(`/operator/cities/${cityId}`)
      }
      if (answer.status === 'refused') form.setErrors(errorsIn(answer.problem))
      return answer
    },
  })
  const field = (name: Field) => ({ ...form.field(name), label: say(`admin.city-${LABELS[name]}`) })
  return (
    <section aria-labelledby="new-city">
      <H2 k="admin.city-new" id="new-city" />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <TextField {...field('name')} hint={say('admin.city-name-hint')} maxLength={60} />
        <TextField {...field('cityId')} hint={say('admin.city-id-hint')} maxLength={63} />
        <P k="admin.city-office-lead" />
        <TextField {...field('officeName')} hint={say('admin.city-office-hint')} />
        <TextField {...field('address')} />
        <TextField {...field('phone')} type="tel" />
        <TextField {...field('hours')} hint={say('admin.city-hours-hint')} />
        <TextField {...field('url')} hint={say('admin.city-url-hint')} />
        <TextField {...field('mail')} type="email" />
        <SubmitButton busy={form.busy} k="admin.city-create" />
      </form>
    </section>
  )
}

const LABELS = {
  cityId: 'id',
  name: 'name',
  officeName: 'office',
  address: 'address',
  phone: 'phone',
  hours: 'hours',
  url: 'url',
  mail: 'mail',
} as const satisfies Readonly<Record<Field, string>>
const FIELDS: readonly Field[] = ['name', 'cityId', 'officeName', 'address', 'phone', 'hours', 'url', 'mail']
const WRONG: Readonly<Partial<Record<Field, Key>>> = {
  cityId: 'admin.city-id-wrong',
  url: 'admin.city-url-wrong',
  mail: 'admin.mail-wrong',
}
const IS_RIGHT: Readonly<Partial<Record<Field, RegExp>>> = {
  cityId: /^[a-z0-9][a-z0-9-]{0,62}$/,
  url: /^https?:\/\/./,
  mail: /.@./,
}

function problemsOf(values: typeof EMPTY): readonly FieldError<Field>[] {
  const whole = trimmed(values)
  return FIELDS.filter(name => whole[name] === '' || IS_RIGHT[name]?.test(whole[name]) === false).map(wrong)
}

function wrong(field: Field): FieldError<Field> {
  return { field, message: say(WRONG[field] ?? 'admin.city-missing') }
}

function trimmed(values: typeof EMPTY): typeof EMPTY {
  const { cityId, name, officeName, address, phone, hours, url, mail } = values
  return {
    cityId: cityId.trim(),
    name: name.trim(),
    officeName: officeName.trim(),
    address: address.trim(),
    phone: phone.trim(),
    hours: hours.trim(),
    url: url.trim(),
    mail: mail.trim(),
  }
}

function errorsIn(problem: Extract<Answer, { readonly status: 'refused' }>['problem']) {
  if (problem.code === 'id-taken') return [{ field: 'cityId' as const, message: problemMessage(problem) }]
  if (problem.code !== 'input-not-valid') return []
  const named = (problem.errors ?? []).map(({ path }) =>
    path === 'office.name' ? 'officeName' : path.replace(/^office\./, ''),
  )
  return FIELDS.filter(field => named.includes(field)).map(wrong)
}
