import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { AdminPage } from '../admin-page.tsx'
import { Team } from './team.tsx'

/** T15, V9: who works for the city. */
export function TeamScreen() {
  return (
    <AdminPage title={say('admin.team-title')} screen="T15" under={[]}>
      {({ cityId, personId }) => (
        <>
          <P k="admin.team-lead" class="lead" />
          <Team cityId={cityId} ownId={personId} roles={['staff', 'admin']} />
        </>
      )}
    </AdminPage>
  )
}
