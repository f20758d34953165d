import type { FieldProps } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import type { NO_ADDRESS } from '../../lib/address.ts'
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

type Props = { readonly field: (name: keyof typeof NO_ADDRESS) => Text }

/** M3: the parts of an address, which browsers fill in by themselves. */
export function PostalAddress({ field }: Props) {
  const [postalCode, prefecture, municipality] = [
    field('postalCode'),
    field('prefecture'),
    field('municipality'),
  ]
  const [street, building] = [field('street'), field('building')]
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
