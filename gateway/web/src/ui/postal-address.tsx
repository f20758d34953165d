import type { FieldProps } from '../forms/use-form.ts'
import { say } from '../i18n/message.ts'
import { normalisePostalCode } from '../lib/normalise.ts'
import { TextField } from './text-field.tsx'

type Props = {
  readonly postalCode: FieldProps<string>
  readonly address: FieldProps<string>
  readonly building: FieldProps<string>
}

/** M3: `<PostalAddress postalCode={form.field('postalCode')} address={…} building={…} />` */
export function PostalAddress({ postalCode, address, building }: Props) {
  return (
    <>
      <TextField
        {...postalCode}
        label={say('common.postal-code')}
        hint={say('common.postal-code-hint')}
        inputMode="numeric"
        autocomplete="postal-code"
        size={9}
        normalise={normalisePostalCode}
      />
      <TextField {...address} label={say('common.address')} autocomplete="address-line1" />
      <TextField {...building} label={say('common.building')} optional autocomplete="address-line2" />
    </>
  )
}
