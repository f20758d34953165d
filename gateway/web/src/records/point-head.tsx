import type { PersonPoints } from '@asaichi/contract/reservation/points.ts'
import { Moment } from '../i18n/format.tsx'
import { T } from '../i18n/text.tsx'

/** How many points, for what, and since when; its texts are `points`. */
export function PointHead({ of: { points, cause, at } }: { readonly of: PersonPoints['items'][number] }) {
  return (
    <p>
      <strong>
        <T k="points.count" p={{ points }} />
      </strong>{' '}
      <T k={`points.cause-${cause}`} />（<Moment at={at} short />）
    </p>
  )
}
