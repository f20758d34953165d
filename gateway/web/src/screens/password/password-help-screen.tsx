import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { H2, Li, P } from '../../i18n/text.tsx'
import { dateOfParts, NO_DATE } from '../../lib/era.ts'
import { normaliseMail } from '../../lib/normalise.ts'
import { useCity } from '../../shell/city.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { Page } from '../../shell/page.tsx'
import { type Office as LoginOffice, useOffice } from '../../shell/use-office.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { NumberField, TextField } from '../../ui/form/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DatePartsField } from '../../ui/person/date-parts.tsx'
import { MailField } from '../../ui/person/person-fields.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'
import {
  errorsOf,
  isBirthDate,
  isMail,
  isMemberNumber,
  isName,
  plainNumber,
  serverErrors,
} from '../account/checks.ts'
import { NoMail } from '../account/no-mail.tsx'
import { useStep } from '../account/use-step.ts'

const NOTHING = { memberNumber: '', name: '', birth: NO_DATE, mail: '' }
type Asked = typeof NOTHING
type Answer = ResultAt<'post', '/api/cities/{cityId}/password-help'>
type HelpForm = Form<Asked, Answer>

const TITLES = {
  fields: say('member.help-title'),
  sent: say('member.help-sent-title'),
} as const

/** R10, S9: the address where one logs in with it, else all four; then the same page whether or not anything matched. */
export function PasswordHelpScreen() {
  const step = useStep(['fields', 'sent'])
  return (
    <Page key={step} title={TITLES[step]} screen="R10" crumbs={[LOGIN]}>
      {step === 'sent' ? <Sent /> : <Office />}
    </Page>
  )
}

const LOGIN = { href: '/login', label: say('person.login-title') } as const

function Office() {
  const office = useOffice()
  return office ? <Asking key={office.cityId} office={office} /> : <NeedsCity>{() => null}</NeedsCity>
}

function Asking({ office }: { readonly office: LoginOffice }) {
  const { city } = useCity()
  const byMail = office.policy.loginKinds.includes('mail')
  const form = useHelpForm(office.cityId, byMail)
  return (
    <>
      <P k={byMail ? 'member.help-lead-mail' : 'member.help-lead'} class="lead" />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        {!byMail && <WhoFields form={form} />}
        <MailField label={say('person.mail')} hint={say('member.help-mail-hint')} {...form.field('mail')} />
        <SubmitButton busy={form.busy} k="member.help-send" />
      </form>
      {city?.cityId === office.cityId && (
        <section aria-labelledby="not-known">
          <H2 k="member.help-number-title" id="not-known" />
          <P k="member.help-number-text" p={{ phone: <PhoneLink phone={city.office.phone} /> }} />
        </section>
      )}
    </>
  )
}

function WhoFields({ form }: { readonly form: HelpForm }) {
  return (
    <>
      <NumberField
        label={say('person.number')}
        hint={say('person.number-hint')}
        size={10}
        {...form.field('memberNumber')}
      />
      <TextField
        label={say('member.help-name')}
        hint={say('member.help-name-hint')}
        autocomplete="name"
        {...form.field('name')}
      />
      <DatePartsField label={say('person.birth')} {...form.field('birth')} />
    </>
  )
}

function useHelpForm(cityId: string, byMail: boolean): HelpForm {
  const [, navigate] = useLocation()
  const form: HelpForm = useForm<Asked, Answer>({
    initial: NOTHING,
    draft: `password-help:${cityId}`,
    validate: values => helpErrors(values, byMail),
    submit: async values => {
      const answer = await api.post('/api/cities/{cityId}/password-help', {
        params: { cityId },
        body: { ...(!byMail && whoOf(values)), mail: normaliseMail(values.mail) },
      })
      if (answer.status === 'ok') navigate(`/password-help?step=sent&city=${cityId}`)
      if (answer.status === 'refused' && answer.problem.code === 'input-not-valid')
        form.setErrors(
          serverErrors<keyof Asked>(answer.problem.errors, {
            memberNumber: ['memberNumber', 'person.number-wrong'],
            name: ['name', 'person.name-wrong'],
            mail: ['mail', 'person.mail-wrong'],
          }),
        )
      return answer
    },
  })
  return form
}

function whoOf({ memberNumber, name, birth }: Asked) {
  return { memberNumber: plainNumber(memberNumber), name: name.trim(), birthDate: dateOfParts(birth) ?? '' }
}

function helpErrors(values: Asked, byMail: boolean): readonly FieldError<keyof Asked>[] {
  return errorsOf<keyof Asked>([
    ['memberNumber', byMail ? undefined : isMemberNumber(values.memberNumber)],
    ['name', byMail ? undefined : isName(values.name)],
    ['birth', byMail ? undefined : isBirthDate(values.birth)],
    ['mail', isMail(values.mail)],
  ])
}

function Sent() {
  return (
    <>
      <Notice tone="info" title={say('member.help-sent-notice')}>
        <P k="member.help-sent-text" />
      </Notice>
      <ol class="do-next">
        <Li k="member.help-do-mail" />
        <Li k="member.help-do-login" />
        <Li k="member.help-do-new" />
      </ol>
      <div class="buttons">
        <ButtonLink href="/login" size="large" k="person.login-title" />
        <ButtonLink href="/password-help" size="large" kind="secondary" k="member.help-again" />
      </div>
      <NoMail />
    </>
  )
}
