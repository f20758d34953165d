import type { Point } from '@asaichi/contract/reservation/points.ts'
import type { StoredPoint } from '../store/points.ts'

/** What leaves the service of a point. */
export function pointOf({ personId: _, cityId: __, ...point }: StoredPoint): Point {
  return point
}
