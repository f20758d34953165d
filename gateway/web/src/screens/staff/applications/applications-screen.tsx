import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useQuery } from '../shared/use-query.ts'
import { ApplicationFilter, filterOf } from './application-filter.tsx'
import { ApplicationQueue } from './application-queue.tsx'
import './applications.css'

/** T3: the morning's queue, nearest deadline first. */
export function ApplicationsScreen() {
  return (
    <StaffPage title={say('staff.applications-title')} screen="T3">
      {me => <ApplicationsContent cityId={me.cityId} />}
    </StaffPage>
  )
}

function ApplicationsContent({ cityId }: { readonly cityId: string }) {
  const [query, change] = useQuery()
  const filter = filterOf(query)
  const cursor = query.get('after') ?? undefined
  const [round, setRound] = useState(0)
  const applications = useApi(
    signal => api.get('/api/staff/applications', { query: { ...filter, after: cursor, limit: 50 }, signal }),
    [query.toString(), round],
  )
  return (
    <>
      <ApplicationFilter
        key={query.toString()}
        cityId={cityId}
        filter={filter}
        onChange={wanted => change({ ...wanted, after: undefined })}
      />
      <Shown of={applications}>
        {({ items, next }) => (
          <>
            <ApplicationQueue
              key={`${query.toString()} ${round}`}
              applications={items}
              onReload={() => setRound(number => number + 1)}
            />
            <Pagination
              next={next}
              isFirst={cursor === undefined}
              onNext={id => change({ after: id })}
              onFirst={() => change({ after: undefined })}
            />
          </>
        )}
      </Shown>
    </>
  )
}
