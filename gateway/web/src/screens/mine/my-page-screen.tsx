import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { H2 } from '../../i18n/text.tsx'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Favourites } from './favourites.tsx'
import { Finished } from './finished.tsx'
import { Entries, Pending, Planned } from './live-lists.tsx'
import { PermissionState } from './permission-state.tsx'
import { Watches } from './watches.tsx'

const TABS = ['planned', 'draws', 'pending', 'over', 'favourites'] as const
type TabId = (typeof TABS)[number]

/** R15, M28: everything that is a person's own, by what happens to it next. */
export function MyPageScreen() {
  return (
    <Page title={say('mine.my-title')} screen="R15">
      <NeedsLogin>
        {me => (
          <>
            {me.role === 'resident' && <PermissionState cityId={me.cityId} />}
            <MyLists />
          </>
        )}
      </NeedsLogin>
    </Page>
  )
}

function MyLists() {
  const [tab, choose] = useTab()
  const live = useApi(
    signal =>
      api.get('/api/reservations', { query: { status: ['approved', 'pending'], limit: 100 }, signal }),
    [],
    { refresh: true },
  )
  const entries = useApi(signal => api.get('/api/entries', { query: { limit: 100 }, signal }), [], {
    refresh: true,
  })
  const counts: Partial<Record<TabId, number | undefined>> = {
    planned: live.value?.items.filter(one => one.status === 'approved').length,
    draws: entries.value?.items.filter(one => one.status === 'entered').length,
    pending: live.value?.items.filter(one => one.status === 'pending').length,
  }
  const tabs = TABS.map(id => {
    const count = counts[id]
    return { id, label: say(`mine.tab-${id}`), ...(count !== undefined && { count }) }
  })
  return (
    <Tabs label={say('mine.tabs')} tabs={tabs} now={tab} onChange={choose}>
      {tab !== 'favourites' && <H2 k={`mine.tab-${tab}`} class="visually-hidden" />}
      {tab === 'planned' && <Planned shown={live} />}
      {tab === 'draws' && <Entries shown={entries} />}
      {tab === 'pending' && <Pending shown={live} />}
      {tab === 'over' && <Finished entries={entries} />}
      {tab === 'favourites' && (
        <>
          <Favourites />
          <Watches />
        </>
      )}
    </Tabs>
  )
}

// The tab stands in the address, so that the way back from a booking leads to the same list.
function useTab(): readonly [tab: TabId, choose: (id: string) => void] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const wanted = new URLSearchParams(search).get('tab')
  const tab = TABS.find(id => id === wanted) ?? 'planned'
  return [tab, id => navigate(id === 'planned' ? '/my' : `/my?tab=${id}`, { replace: true })]
}
