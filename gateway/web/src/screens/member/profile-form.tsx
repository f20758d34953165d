import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { useMe } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { type DateParts, dateOfParts } from '../../lib/era.ts'
import { normaliseKana, normalisePhone, normalisePostalCode } from '../../lib/normalise.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DatePartsField } from '../../ui/person/date-parts.tsx'
import { KanaField, PhoneField } from '../../ui/person/person-fields.tsx'
import { PostalCodeField } from '../../ui/person/postal-address.tsx'
import {
  errorsOf,
  filled,
  isBirthDate,
  isKana,
  isName,
  isPhone,
  isPostalCode,
  serverErrors,
} from '../account/checks.ts'
import type { MyProfile } from './my-profile.ts'

type Values = {
  readonly name: string
  readonly kana: string
  readonly birth: DateParts
  readonly postalCode: string
  readonly address: string
  readonly phone: string
}
type Answer = ResultAt<'post', '/api/me/profile'>
type ProfileFormTools = Form<Values, Answer>

/** Corrects one's own data; who the city has confirmed (申請中, 承認, 停止) asks the office for another name or birth date. */
export function ProfileForm({ profile }: { readonly profile: MyProfile }) {
  const isOpen = useOpenIdentity()
  if (isOpen === undefined) return null
  return <Fields key={String(isOpen)} profile={profile} isOpen={isOpen} />
}

function useOpenIdentity(): boolean | undefined {
  const cityId = useMe()?.cityId ?? ''
  const permission = useApi(
    signal => api.get('/api/cities/{cityId}/permission', { params: { cityId }, signal }),
    [cityId],
  )
  if (permission.status === 'loading') return undefined
  const status = permission.value?.status
  return status === 'none' || status === 'returned'
}

function Fields({ profile, isOpen }: { readonly profile: MyProfile; readonly isOpen: boolean }) {
  const form = useProfileForm(profile, isOpen)
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      {isOpen ? <IdentityFields form={form} /> : <IdentityClosed />}
      <PostalCodeField {...form.field('postalCode')} />
      <TextField label={say('member.address')} autocomplete="street-address" {...form.field('address')} />
      <PhoneField label={say('person.phone')} hint={say('person.phone-hint')} {...form.field('phone')} />
      <div class="buttons">
        <SubmitButton busy={form.busy} k="member.edit-save" />
        <ButtonLink href="/account" kind="secondary" size="large" k="common.cancel-action" />
      </div>
    </form>
  )
}

function IdentityFields({ form }: { readonly form: ProfileFormTools }) {
  return (
    <>
      <TextField label={say('person.name')} autocomplete="name" {...form.field('name')} />
      <KanaField label={say('person.kana')} hint={say('person.kana-hint')} {...form.field('kana')} />
      <DatePartsField label={say('person.birth')} {...form.field('birth')} />
    </>
  )
}

function IdentityClosed() {
  return (
    <Notice tone="info" title={say('member.identity-title')}>
      <P k="member.identity-text" />
    </Notice>
  )
}

function useProfileForm(profile: MyProfile, isOpen: boolean): ProfileFormTools {
  const [, navigate] = useLocation()
  const form: ProfileFormTools = useForm<Values, Answer>({
    initial: valuesOf(profile),
    draft: 'profile',
    validate: values => profileErrors(values, isOpen),
    submit: async values => {
      const answer = await api.post('/api/me/profile', { body: changesOf(values, isOpen) })
      if (answer.status === 'ok') navigate('/account')
      if (answer.status === 'refused') form.setErrors(errorsIn(answer.problem))
      return answer
    },
  })
  return form
}

function valuesOf({ name, kana, birthDate, postalCode, address, phone }: MyProfile): Values {
  const [year = '', month = '', day = ''] = birthDate.split('-').map(part => String(Number(part)))
  return { name, kana, birth: { era: '西暦', year, month, day }, postalCode, address, phone }
}

function profileErrors(values: Values, isOpen: boolean): readonly FieldError<keyof Values>[] {
  return errorsOf<keyof Values>([
    ...(isOpen
      ? [
          ['name', isName(values.name)] as const,
          ['kana', isKana(values.kana)] as const,
          ['birth', isBirthDate(values.birth)] as const,
        ]
      : []),
    ['postalCode', isPostalCode(values.postalCode)],
    ['address', filled('person.street-wrong')(values.address)],
    ['phone', isPhone(values.phone)],
  ])
}

function changesOf(values: Values, isOpen: boolean) {
  return {
    postalCode: normalisePostalCode(values.postalCode),
    address: values.address.trim(),
    phone: normalisePhone(values.phone),
    ...(isOpen && {
      name: values.name.trim(),
      kana: normaliseKana(values.kana),
      birthDate: dateOfParts(values.birth) ?? '',
    }),
  }
}

type Problem = Extract<Answer, { readonly status: 'refused' }>['problem']

function errorsIn(problem: Problem) {
  if (problem.code === 'birth-date-impossible')
    return [{ field: 'birth', message: say('person.birth-wrong') }]
  if (problem.code !== 'input-not-valid') return []
  return serverErrors<keyof Values>(problem.errors, {
    name: ['name', 'person.name-wrong'],
    kana: ['kana', 'person.kana-wrong'],
    postalCode: ['postalCode', 'person.postal-wrong'],
    address: ['address', 'person.street-wrong'],
    phone: ['phone', 'person.phone-wrong'],
  })
}
