import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { meaning } from './meaning.ts'
import { PointList } from './point-list.tsx'

/** R11, G8: what counts, what it leads to, and every point there was. */
export function MyPoints() {
  const points = useApi(signal => api.get('/api/me/points', { signal }), [])
  return (
    <section aria-labelledby="points">
      <H2 k="points.title" id="points" />
      <Shown of={points}>
        {({ rules, counted, bannedUntil, items }) => (
          <>
            {bannedUntil !== null && (
              <Notice tone="warning" title={say('points.banned-title')}>
                <P k="points.banned-text" p={{ until: <Until at={bannedUntil} /> }} />
              </Notice>
            )}
            {rules && <P k="points.standing" p={{ counted, ...meaning(rules) }} />}
            {items.length === 0 ? <P k="points.none" /> : <PointList of={items} />}
            {items.length > 0 && <P k="points.ask" />}
          </>
        )}
      </Shown>
    </section>
  )
}
