import type { City } from '@asaichi/contract/catalog/city.ts'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/form/choice.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { DatePartsField } from '../../ui/person/date-parts.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { KanaField, MailField, PhoneField } from '../../ui/person/person-fields.tsx'
import { PostalAddress } from '../../ui/person/postal-address.tsx'
import { CityTerms } from './city-terms.tsx'
import { RosterFields } from './roster-fields.tsx'
import type { RegistrationForm } from './use-registration.ts'

const KINDS = [
  { value: 'person', label: say('account.kind-person'), note: say('account.kind-person-note') },
  { value: 'group', label: say('account.kind-group'), note: say('account.kind-group-note') },
]

type Props = { readonly form: RegistrationForm; readonly city: City }

/** R8, first page: everything the city must know (M3), and the consent (M4). */
export function RegisterFields({ form, city }: Props) {
  return (
    <>
      <P k="account.register-lead" p={{ city: <OwnText of={city} field="name" /> }} class="lead" />
      <form onSubmit={form.goOn} noValidate>
        <FormProblems form={form} />
        <RadioGroup label={say('account.kind')} options={KINDS} {...form.field('kind')} />
        <WhoFields form={form} />
        <ReachFields form={form} />
        <CityTerms city={city} />
        <Checkbox label={say('account.agree')} {...form.field('agree')} />
        <SubmitButton busy={form.busy} k="account.to-confirm" />
      </form>
    </>
  )
}

function WhoFields({ form }: Pick<Props, 'form'>) {
  const isGroup = form.values.kind === 'group'
  return (
    <>
      <H2 k={isGroup ? 'account.about-group' : 'account.about-you'} />
      {isGroup && (
        <TextField
          label={say('person.group-name')}
          autocomplete="organization"
          {...form.field('groupName')}
        />
      )}
      <TextField
        label={say(isGroup ? 'person.name-of-representative' : 'person.name')}
        autocomplete="name"
        hint={say('account.name-hint')}
        {...form.field('name')}
      />
      <KanaField label={say('person.kana')} hint={say('person.kana-hint')} {...form.field('kana')} />
      <DatePartsField label={say('person.birth')} {...form.field('birth')} />
      {isGroup && <RosterFields {...form.field('members')} />}
    </>
  )
}

function ReachFields({ form }: Pick<Props, 'form'>) {
  return (
    <>
      <H2 k="account.about-address" />
      <PostalAddress field={form.field} />
      <PhoneField label={say('person.phone')} hint={say('person.phone-hint')} {...form.field('phone')} />
      <H2 k="account.about-login" />
      <MailField label={say('person.mail')} hint={say('account.mail-hint')} {...form.field('mail')} />
      <PasswordField
        label={say('person.password')}
        hint={say('person.new-password-hint')}
        autocomplete="new-password"
        {...form.field('password')}
      />
      <H2 k="account.terms-title" />
    </>
  )
}
