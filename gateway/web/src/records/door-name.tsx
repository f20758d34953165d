import { useLanguage } from '../i18n/language.ts'
import { useLater } from '../shell/later.ts'
import type { RecordedDoor } from './recorded.ts'

/** The door of a booking's code, as `PlaceName` shows the room. */
export function DoorName({ of }: { readonly of: RecordedDoor }) {
  return useLanguage() === 'ja' ? <span lang="ja">{of.doorName}</span> : <OtherDoor of={of} />
}

function OtherDoor({ of }: { readonly of: RecordedDoor }) {
  const part = useLater(() => import('./translated-place.tsx'), [])
  return part ? <part.TranslatedDoor of={of} /> : <span lang="ja">{of.doorName}</span>
}
