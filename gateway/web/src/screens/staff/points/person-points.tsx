import type { PersonPoints as Points } from '@asaichi/contract/reservation/points.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Until, When } from '../../../i18n/format.tsx'
import { H2, P, T } from '../../../i18n/text.tsx'
import { PointHead } from '../../../records/point-head.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Told } from '../shared/told.tsx'
import { WaiveForm } from './waive-form.tsx'

/** T9, G8: what counts of a person, until when nothing new is taken of them, and every point with the way to waive it. */
export function PersonPoints({ personId }: { readonly personId: string }) {
  const [isWaived, setWaived] = useState(false)
  const [openId, setOpenId] = useState<string>()
  const points = useApi(
    signal => api.get('/api/staff/people/{personId}/points', { params: { personId }, signal }),
    [personId],
  )
  const onWaived = () => {
    setWaived(true)
    points.reload()
  }
  return (
    <section aria-labelledby="points">
      <H2 k="point-desk.person-title" id="points" />
      <Told>{isWaived && <T k="point-desk.waived-done" />}</Told>
      <Shown of={points}>
        {({ rules, counted, bannedUntil, items }) => (
          <>
            {bannedUntil !== null && (
              <P k="point-desk.person-banned" p={{ until: <Until at={bannedUntil} short /> }} />
            )}
            {rules && <P k="point-desk.person-standing" p={{ counted, number: rules.bannedAt }} />}
            {items.length === 0 && <P k="point-desk.person-none" />}
            <ul class="cards">
              {items.map(point => (
                <Given
                  key={point.pointId}
                  point={point}
                  isOpen={openId === point.pointId}
                  onOpen={isOpen => setOpenId(isOpen ? point.pointId : undefined)}
                  onWaived={onWaived}
                />
              ))}
            </ul>
          </>
        )}
      </Shown>
    </section>
  )
}

type GivenProps = {
  readonly point: Points['items'][number]
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onWaived: () => void
}

function Given({ point, isOpen, onOpen, onWaived }: GivenProps) {
  const { pointId, waivedBecause, venueName, spaceName } = point
  return (
    <li class="card">
      <PointHead of={point} />
      <p>
        <When {...point} short />{' '}
        <span lang="ja">
          {venueName} {spaceName}
        </span>
      </p>
      {waivedBecause === null ? (
        <WaiveForm {...{ pointId, isOpen, onOpen }} k="point-desk.waive" onDone={onWaived} />
      ) : (
        <P k="points.waived" p={{ reason: <span lang="ja">{waivedBecause}</span> }} />
      )}
    </li>
  )
}
