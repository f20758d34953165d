import type { Point, PointsOfBooking } from '@asaichi/contract/reservation/points.ts'
import { P, T } from '../../i18n/text.tsx'

/** R16: what a booking gave, or what its cancel would give now. */
export function BookingPoints({ of: { points = [], cancelPoints = 0 } }: { readonly of: PointsOfBooking }) {
  return (
    <>
      {cancelPoints > 0 && <P k="points.cancel-gives" p={{ points: cancelPoints }} />}
      {points.map(point => (
        <Given key={point.pointId} point={point} />
      ))}
    </>
  )
}

function Given({ point: { points, cause, waivedBecause } }: { readonly point: Point }) {
  return (
    <>
      <P k="points.gave" p={{ points, cause: <T k={`points.cause-${cause}`} /> }} />
      {waivedBecause !== null && (
        <P k="points.waived" p={{ reason: <span lang="ja">{waivedBecause}</span> }} />
      )}
    </>
  )
}
