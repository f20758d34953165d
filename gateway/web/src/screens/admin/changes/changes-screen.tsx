import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Paged } from '../../shared/paged.tsx'
import { type Names, useNames } from '../../staff/shared/use-names.ts'
import { AdminPage } from '../admin-page.tsx'
import { ChangeList } from '../settings/change-list.tsx'
import { CITY, VENUE_AND_ROOMS } from './all-sections.ts'

type Changed = ValueOf<RouteAt<'get', '/api/cities/{cityId}/changes'>>['items'][number]

/** T7: who changed what of the city and its venues, newest first. */
export function ChangesScreen() {
  return (
    <AdminPage title={say('admin.set-home-changes')} screen="T7" under={[]}>
      {({ cityId }) => <Changes cityId={cityId} />}
    </AdminPage>
  )
}

function Changes({ cityId }: { readonly cityId: string }) {
  const [after, setAfter] = useState<string>()
  const changes = useApi(
    signal =>
      api.get('/api/cities/{cityId}/changes', { params: { cityId }, query: { after, limit: 20 }, signal }),
    [cityId, after],
  )
  const names = useNames(changes.value?.items.flatMap(({ by }) => by ?? []) ?? [])
  return (
    <Paged of={changes} after={after} onGo={setAfter}>
      {items => (
        <>
          {items.length === 0 && <P k="admin.set-changes-empty" />}
          {items.map(changed => (
            <OneChange key={`${changed.kind} ${changed.id} ${changed.version}`} {...{ changed, names }} />
          ))}
        </>
      )}
    </Paged>
  )
}

function OneChange({ changed, names }: { readonly changed: Changed; readonly names: Names }) {
  const { at, by, kind, id, version, changes } = changed
  const asked = kind === 'city' ? CITY : VENUE_AND_ROOMS
  return (
    <section class="settings">
      <h2>
        <Moment at={at} />
      </h2>
      <p>
        {kind === 'city' ? <T k="admin.set-changes-city" /> : id}{' '}
        {by === null ? (
          <T k="admin.set-changes-file" />
        ) : (
          <T k="admin.set-changes-by" p={{ by: <span lang="ja">{names.get(by)?.name ?? '…'}</span> }} />
        )}
      </p>
      {version === 1 ? <P k="admin.set-changes-new" /> : <ChangeList changes={changes} {...asked} />}
    </section>
  )
}
