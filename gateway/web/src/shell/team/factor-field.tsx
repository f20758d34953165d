import type { FieldProps } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { OneTimeCode } from '../../ui/person/one-time-code.tsx'

/** M9: the mailed digits, or the app's; a recovery code is letters too, so that field takes them. */
export function FactorField({ by, ...props }: FieldProps<string> & { readonly by: 'mail' | 'app' }) {
  if (by === 'mail') return <OneTimeCode label={say('factor.code-mail')} {...props} />
  return (
    <TextField
      {...props}
      label={say('factor.code-app')}
      hint={say('factor.code-app-hint')}
      autocomplete="one-time-code"
      size={22}
    />
  )
}
