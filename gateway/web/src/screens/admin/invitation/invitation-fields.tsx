import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { DatePartsField } from '../../../ui/person/date-parts.tsx'
import { PasswordField } from '../../../ui/person/password-field.tsx'
import { KanaField, PhoneField } from '../../../ui/person/person-fields.tsx'
import { PostalCodeField } from '../../../ui/person/postal-address.tsx'
import type { InvitationForm } from './use-invitation-form.ts'

/** The account of somebody who works for a city: who they are, and where they work. */
export function InvitationFields({ form }: { readonly form: InvitationForm }) {
  return (
    <>
      <H2 k="invitation.about-you" />
      <TextField label={say('person.name')} autocomplete="name" {...form.field('name')} />
      <KanaField label={say('person.kana')} hint={say('person.kana-hint')} {...form.field('kana')} />
      <P k="invitation.birth-why" class="soft" />
      <DatePartsField label={say('person.birth')} {...form.field('birth')} />
      <H2 k="invitation.about-work" />
      <P k="invitation.work-lead" />
      <PostalCodeField {...form.field('postalCode')} />
      <TextField label={say('person.address')} autocomplete="street-address" {...form.field('address')} />
      <PhoneField label={say('person.phone')} {...form.field('phone')} />
      <H2 k="invitation.about-login" />
      <PasswordField
        label={say('person.password')}
        hint={say('person.new-password-hint')}
        autocomplete="new-password"
        {...form.field('password')}
      />
    </>
  )
}
