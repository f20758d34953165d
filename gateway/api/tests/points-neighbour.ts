import { done } from '@asaichi/contract/define.ts'
import * as points from '@asaichi/contract/reservation/points.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { IDS, INSTANT } from './sample-documents.ts'
import { deskOnly, staffOnly } from './who-may.ts'

const POINT: points.Point = {
  pointId: '01930000-0000-7000-8000-0000000000d1',
  reservationId: IDS.reservation,
  cause: 'no-show',
  points: 2,
  at: INSTANT,
  waivedAt: null,
  waivedBecause: null,
}
const STANDING: points.PersonPoints = {
  rules: { noShow: 2, bannedAt: 4, countedDays: 180, banDays: 30 },
  counted: 0,
  bannedUntil: null,
  items: [],
}

/** Answers for reservation's points as its contract says. */
export function servePoints(serve: Bed['serve']): void {
  serve(points.getMyPoints, () => done(STANDING))
  serve(points.getPointsOf, ({ actor }) => staffOnly(actor) ?? done(STANDING))
  serve(points.markNoShow, ({ actor }) => deskOnly(actor) ?? done(POINT))
  serve(
    points.waivePoints,
    ({ actor, reason }) => deskOnly(actor) ?? done({ ...POINT, waivedAt: INSTANT, waivedBecause: reason }),
  )
}
