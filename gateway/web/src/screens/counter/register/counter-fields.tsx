import type { City } from '@asaichi/contract/catalog/city.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { Checkbox, RadioGroup, Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { DatePartsField } from '../../../ui/person/date-parts.tsx'
import { KanaField, PhoneField } from '../../../ui/person/person-fields.tsx'
import { PostalCodeField } from '../../../ui/person/postal-address.tsx'
import { TermsToRead } from '../../staff/book/terms-to-read.tsx'
import { languageName } from '../../staff/shared/language-name.ts'
import { LANGUAGES, PERMISSIONS, WAYS } from './counter-values.ts'
import { KnownAlready } from './known-already.tsx'
import type { CounterForm } from './use-counter-form.ts'

type Props = { readonly form: CounterForm; readonly city: City }

/** T18, M3: what registration asks, without mail and password. */
export function CounterFields({ form, city }: Props) {
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <KnownAlready form={form} />
      <H2 k="staff.counter-about-person" />
      <TextField label={say('person.name')} {...form.field('name')} />
      <KanaField label={say('person.kana')} hint={say('staff.counter-kana-hint')} {...form.field('kana')} />
      <DatePartsField label={say('person.birth')} {...form.field('birth')} />
      <H2 k="staff.counter-about-address" />
      <PostalCodeField {...form.field('postalCode')} />
      <TextField label={say('person.address')} {...form.field('address')} maxLength={200} />
      <PhoneField label={say('person.phone')} autocomplete="off" {...form.field('phone')} />
      <Select
        label={say('staff.counter-language')}
        hint={say('staff.counter-language-hint')}
        options={LANGUAGES.map(value => ({ value, label: say(languageName(value)) }))}
        {...form.field('language')}
      />
      <H2 k="staff.counter-about-proof" />
      <ProofFields form={form} />
      <H2 k="staff.counter-terms" />
      <TermsToRead city={city} />
      <Checkbox label={say('staff.counter-agree')} {...form.field('agree')} />
      <SubmitButton busy={form.busy} k="staff.counter-register" />
    </form>
  )
}

/** M7: how it was seen who the person is, and whether that is enough for this city. */
function ProofFields({ form }: Pick<Props, 'form'>) {
  return (
    <>
      <RadioGroup
        label={say('staff.counter-way')}
        options={WAYS.map(value => ({ value, label: say(`staff.counter-way-${value}`) }))}
        {...form.field('way')}
      />
      <TextField
        label={say('staff.counter-proof')}
        hint={say('staff.counter-proof-hint')}
        {...form.field('proof')}
        maxLength={200}
      />
      <RadioGroup
        label={say('staff.counter-permission')}
        options={PERMISSIONS.map(value => ({
          value,
          label: say(`staff.counter-permission-${value}`),
          note: say(`staff.counter-permission-${value}-note`),
        }))}
        {...form.field('permission')}
      />
      <P k="staff.counter-no-login" class="soft" />
    </>
  )
}
