import { normaliseKana, normaliseMail, normalisePhone } from '../../lib/normalise.ts'
import { TextField, type TextFieldProps } from '../form/text-field.tsx'

/** M3: the number is one within Japan, so the browser is asked for that and not for `+81 …`. */
export function PhoneField(props: Omit<TextFieldProps, 'type' | 'normalise'>) {
  return (
    <TextField inputMode="tel" autocomplete="tel-national" size={16} {...props} normalise={normalisePhone} />
  )
}

export function MailField(props: Omit<TextFieldProps, 'type' | 'normalise'>) {
  // A field of type `email` would hide full-width letters from us instead of showing them to be turned.
  return <TextField inputMode="email" autocomplete="email" {...props} normalise={normaliseMail} />
}

/** フリガナ */
export function KanaField(props: Omit<TextFieldProps, 'type' | 'normalise'>) {
  return <TextField {...props} normalise={normaliseKana} />
}
