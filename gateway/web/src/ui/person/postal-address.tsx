import type { FieldProps } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { normalisePostalCode } from '../../lib/normalise.ts'
import { TextField } from '../form/text-field.tsx'

type Text = FieldProps<string>

/** A field of its own for pages that edit a whole address as one line. */
export function PostalCodeField(props: Text) {
  return (
    <TextField
      {...props}
      label={say('person.postal-code')}
      hint={say('person.postal-code-hint')}
      inputMode="numeric"
      autocomplete="postal-code"
      size={9}
      normalise={normalisePostalCode}
    />
  )
}

type Props = {
  readonly postalCode: Text
  readonly prefecture: Text
  readonly municipality: Text
  readonly street: Text
  readonly building: Text
}

/** M3: the post code and an address in the four parts that browsers know and fill in by themselves. */
export function PostalAddress({ postalCode, prefecture, municipality, street, building }: Props) {
  return (
    <>
      <PostalCodeField {...postalCode} />
      <TextField {...prefecture} label={say('person.prefecture')} size={12} autocomplete="address-level1" />
      <TextField
        {...municipality}
        label={say('person.municipality')}
        size={20}
        autocomplete="address-level2"
      />
      <TextField {...street} label={say('person.street')} autocomplete="address-line1" />
      <TextField {...building} label={say('person.building')} optional autocomplete="address-line2" />
    </>
  )
}
