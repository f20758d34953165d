import type { FieldProps } from '../../forms/use-form.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Message } from '../../i18n/message.ts'
import { ownWords, type Worded } from '../../i18n/own-words.ts'
import { Select } from '../../ui/form/choice.tsx'

type Props = FieldProps<string> & {
  readonly label: Message
  readonly venues: readonly (Worded<'name'> & { readonly venueId: string })[]
  /** What stands first and chooses no facility; a field that has it may be left so. */
  readonly every?: Message
}

/** One facility of a city, by its name in the reader's language. */
export function VenueSelect({ venues, every, ...field }: Props) {
  const language = useLanguage()
  const named = venues.map(venue => ({ value: venue.venueId, label: ownWords(venue, 'name', language).text }))
  const isOptional = every !== undefined
  return (
    <Select
      {...field}
      optional={isOptional}
      options={isOptional ? [{ value: '', label: every }, ...named] : named}
    />
  )
}
