import type { PersonPoints } from '@asaichi/contract/reservation/points.ts'
import { When } from '../../i18n/format.tsx'
import { P } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { PointHead } from '../../records/point-head.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { reservationPath } from '../own/paths.ts'

/** Each point with its booking; what was waived, with the reason. */
export function PointList({ of }: { readonly of: PersonPoints['items'] }) {
  return (
    <ul class="cards">
      {of.map(point => {
        const { pointId, waivedBecause, reservationId } = point
        return (
          <li key={pointId} class="card">
            <PointHead of={point} />
            <p>
              <When {...point} short /> <PlaceName of={point} />
            </p>
            {waivedBecause !== null && (
              <P k="points.waived" p={{ reason: <span lang="ja">{waivedBecause}</span> }} />
            )}
            <p>
              <TextLink href={reservationPath(reservationId)} k="points.see-booking" />
            </p>
          </li>
        )
      })}
    </ul>
  )
}
