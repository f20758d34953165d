import type { Bookable } from '../../api/bookable.ts'
import type { Wanted } from '../availability/paths.ts'
import { WatchTime } from '../shared/watch-time.tsx'
import { NearestTimes } from './nearest-times.tsx'

/** R14: what can be done about a time that is taken: another one, or to be told when it is free again. */
export function Taken({ room, wanted }: { readonly room: Bookable; readonly wanted: Wanted }) {
  return (
    <>
      <NearestTimes room={room} wanted={wanted} />
      <WatchTime wanted={wanted} />
    </>
  )
}
