import type { Bookable } from '../../api/bookable.ts'
import { useLater } from '../../shell/later.ts'

/** What few readers of a calendar see comes when they do. */
export function Seldom({ part, room }: { readonly part: 'OwnClass' | 'RangeGone'; readonly room: Bookable }) {
  const Part = useLater(() => import('./seldom-parts.tsx'), ['press'])?.[part]
  return Part ? <Part room={room} /> : null
}
