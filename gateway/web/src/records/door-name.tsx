import { loadTranslatedPlace } from '../areas.ts'
import { useLanguage } from '../i18n/language.ts'
import { useLater } from '../shell/later.ts'

export type RecordedDoor = { readonly venueId: string; readonly lockId: string; readonly doorName: string }

/** The door of a booking's code, as `PlaceName` shows the room. */
export function DoorName({ of }: { readonly of: RecordedDoor }) {
  return useLanguage() === 'ja' ? <span lang="ja">{of.doorName}</span> : <OtherDoor of={of} />
}

function OtherDoor({ of }: { readonly of: RecordedDoor }) {
  const part = useLater(loadTranslatedPlace, [])
  return part ? <part.TranslatedDoor of={of} /> : <span lang="ja">{of.doorName}</span>
}
