import { loadTranslatedPlace } from '../areas.ts'
import { useLanguage } from '../i18n/language.ts'
import { useLater } from '../shell/later.ts'

/** Where a record says that it is: the Japanese names, as they stand on the building. */
export type Place = {
  readonly venueId?: string
  readonly listingId: string
  readonly venueName: string
  readonly spaceName: string
}

/** The hall and the room of a booking, an entry or a watch (V7). A reader of Japanese needs nothing beyond the record. */
export function PlaceName({ of }: { readonly of: Place }) {
  return useLanguage() === 'ja' ? <Recorded of={of} /> : <OtherPlace of={of} />
}

export function Recorded({ of: { venueName, spaceName } }: { readonly of: Place }) {
  return <span lang="ja">{`${venueName} ${spaceName}`}</span>
}

function OtherPlace({ of }: { readonly of: Place }) {
  const part = useLater(loadTranslatedPlace, [])
  return part ? <part.TranslatedPlace of={of} /> : <Recorded of={of} />
}
