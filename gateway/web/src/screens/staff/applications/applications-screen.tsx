import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { Paged } from '../../shared/paged.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { StaffPage } from '../shared/staff-page.tsx'
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
  const after = query.get('after') ?? undefined
  const [round, setRound] = useState(0)
  const applications = useApi(
    signal => api.get('/api/staff/applications', { query: { ...filter, after, limit: 50 }, signal }),
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
      <Paged of={applications} after={after} onGo={cursor => change({ after: cursor })}>
        {items => (
          <ApplicationQueue
            key={`${query.toString()} ${round}`}
            applications={items}
            onReload={() => setRound(number => number + 1)}
          />
        )}
      </Paged>
    </>
  )
}
