import { useLanguage } from '../i18n/language.ts'
import { useLater } from '../shell/later.ts'
import type { RecordedPlace } from './recorded.ts'

/** The hall and the room of a booking, an entry or a watch (V7). A reader of Japanese needs nothing beyond the record. */
export function PlaceName({ of }: { readonly of: RecordedPlace }) {
  return useLanguage() === 'ja' ? <Recorded of={of} /> : <OtherPlace of={of} />
}

export function Recorded({ of: { venueName, spaceName } }: { readonly of: RecordedPlace }) {
  return <span lang="ja">{`${venueName} ${spaceName}`}</span>
}

function OtherPlace({ of }: { readonly of: RecordedPlace }) {
  const part = useLater(() => import('./translated-place.tsx'), [])
  return part ? <part.TranslatedPlace of={of} /> : <Recorded of={of} />
}
