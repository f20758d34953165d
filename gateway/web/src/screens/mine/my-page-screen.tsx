import type { HeadcountRules } from '@asaichi/contract/catalog/headcount.ts'
import { useRef } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { H2 } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Favourites } from './favourites.tsx'
import { Finished } from './finished.tsx'
import { Entries, isResult, Pending, Planned } from './live-lists.tsx'
import { PermissionState } from './permission-state.tsx'
import { Watches } from './watches.tsx'

const TABS = ['planned', 'draws', 'pending', 'over', 'favourites'] as const
type TabId = (typeof TABS)[number]

/** R15, M28: everything that is a person's own, by what happens to it next. */
export function MyPageScreen() {
  const { city } = useCity()
  return (
    <Page title={say('mine.my-title')} screen="R15">
      <NeedsLogin>
        {me => (
          <>
            {me.role === 'resident' && <PermissionState cityId={me.cityId} />}
            {city?.policy.points && <Points />}
            {city?.policy.headcount && <Headcounts rules={city.policy.headcount} />}
            <MyLists />
            <p>
              <TextLink href="/account" k="mine.to-account" />
            </p>
            <p>
              <TextLink href="/account/data" k="mine.to-data" />
            </p>
          </>
        )}
      </NeedsLogin>
    </Page>
  )
}

// Few cities give any (G8).
function Points() {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return part ? <part.BanNotice /> : null
}

// Few cities ask (G15).
function Headcounts(props: { readonly rules: HeadcountRules }) {
  const part = useLater(() => import('../headcount/parts.ts'), ['headcount'])
  return part ? <part.HeadcountWanted {...props} /> : null
}

function MyLists() {
  const live = useApi(
    signal =>
      api.get('/api/reservations', { query: { status: ['approved', 'pending'], limit: 100 }, signal }),
    [],
    { refresh: true },
  )
  const entries = useApi(signal => api.get('/api/entries', { query: { limit: 100 }, signal }), [], {
    refresh: true,
  })
  const results = entries.value?.items.filter(isResult).length ?? 0
  const counts: Counts = {
    planned: live.value?.items.filter(one => one.status === 'approved').length,
    draws: entries.value?.items.filter(one => one.status === 'entered').length,
    pending: live.value?.items.filter(one => one.status === 'pending').length,
  }
  const isKnown = live.value !== undefined && entries.value !== undefined
  const [tab, choose] = useTab(isKnown ? firstFilled(counts, results) : undefined)
  const tabs = TABS.map(id => {
    const count = counts[id]
    return { id, label: say(`mine.tab-${id}`), ...(count !== undefined && { count }) }
  })
  return (
    <>
      {results > 0 && tab !== 'draws' && (
        <p>
          <TextLink href={pathOf('draws')} k="mine.results-in" p={{ count: results }} />
        </p>
      )}
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
    </>
  )
}

type Counts = Partial<Record<TabId, number | undefined>>

/** The list to open with: what lies ahead, then what waits, then results. */
function firstFilled(counts: Counts, results: number): TabId {
  const filled = (['planned', 'pending', 'draws'] as const).find(id => (counts[id] ?? 0) > 0)
  return filled ?? (results > 0 ? 'draws' : 'planned')
}

// The tab stands in the address, so that the way back from a booking leads to the same list. Without one the first list that
// holds something is shown, and stays while others fill or empty under the reader.
function useTab(first: TabId | undefined): readonly [tab: TabId, choose: (id: string) => void] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const opened = useRef<TabId | undefined>(undefined)
  opened.current ??= first
  const wanted = new URLSearchParams(search).get('tab')
  const tab = TABS.find(id => id === wanted) ?? opened.current ?? 'planned'
  return [tab, id => navigate(pathOf(id), { replace: true })]
}

function pathOf(tab: string): string {
  return `/my?tab=${tab}`
}
