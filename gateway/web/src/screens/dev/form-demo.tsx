import type { Result } from '../../api/result.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { NO_ADDRESS } from '../../lib/address.ts'
import { NO_DATE } from '../../lib/era.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { Checkbox, RadioGroup, Select } from '../../ui/form/choice.tsx'
import { NumberField, TextArea, TextField } from '../../ui/form/text-field.tsx'
import { DatePartsField } from '../../ui/person/date-parts.tsx'
import { OneTimeCode } from '../../ui/person/one-time-code.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { KanaField, MailField, PhoneField } from '../../ui/person/person-fields.tsx'
import { PostalAddress } from '../../ui/person/postal-address.tsx'

type Answer = Result<object, { readonly code: ProblemCode; readonly detail: string }>

const INITIAL = {
  ...NO_ADDRESS,
  name: '',
  kana: '',
  birth: NO_DATE,
  phone: '',
  mail: '',
  password: '',
  code: '',
  people: '',
  note: '',
  paid: '',
  purpose: '',
  agree: false,
}

export function FormDemo() {
  const form = useForm({
    initial: INITIAL,
    validate: values =>
      (['name', 'birth', 'paid', 'agree'] as const)
        .filter(field => field === 'birth' || !values[field])
        .map(field => ({ field, message: say('common.error-required', { label: field }) })),
    submit: () => Promise.resolve<Answer>({ status: 'ok', value: {}, etag: undefined }),
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <TextField label="氏名" autocomplete="name" {...form.field('name')} />
      <KanaField label="フリガナ" hint={say('person.kana-hint')} {...form.field('kana')} />
      <DatePartsField label="生年月日" {...form.field('birth')} />
      <PostalAddress field={form.field} />
      <PhoneField label="携帯電話" {...form.field('phone')} />
      <MailField label="メールアドレス" {...form.field('mail')} />
      <PasswordField label="パスワード" autocomplete="new-password" {...form.field('password')} />
      <OneTimeCode label="認証番号" {...form.field('code')} />
      <NumberField label="利用人数" size={5} {...form.field('people')} />
      <TextArea label="団体名と目的" {...form.field('note')} />
      <RadioGroup label="入場料や物品の販売" options={YES_NO} {...form.field('paid')} />
      <Select label="利用目的" optional options={PURPOSES} {...form.field('purpose')} />
      <Checkbox label="利用規約に同意する" {...form.field('agree')} />
      <SubmitButton busy={form.busy}>確認へ進む</SubmitButton>
    </form>
  )
}

const YES_NO = [
  { value: 'no', label: 'ない' },
  { value: 'yes', label: 'ある', note: '有料の催しの区分から申し込みます' },
]
const PURPOSES = [
  { value: 'reading', label: '読書会' },
  { value: 'music', label: '音楽' },
]
