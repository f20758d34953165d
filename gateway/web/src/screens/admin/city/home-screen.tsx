import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { BigLinks } from '../../../ui/big-links.tsx'
import { AdminPage } from '../admin-page.tsx'

const WAYS: readonly (readonly [href: string, title: Key, note: Key])[] = [
  ['/admin/city/office', 'admin.set-home-office', 'admin.set-home-office-note'],
  ['/admin/city/texts', 'admin.set-home-texts', 'admin.set-home-texts-note'],
  ['/admin/city/rules', 'admin.set-home-rules', 'admin.set-home-rules-note'],
  ['/admin/venues', 'admin.set-home-venues', 'admin.set-home-venues-note'],
  ['/admin/team', 'admin.set-home-team', 'admin.set-home-team-note'],
  ['/admin/changes', 'admin.set-home-changes', 'admin.set-home-changes-note'],
  ['/admin/acts', 'admin.acts-title', 'admin.acts-note'],
  ['/staff/account', 'admin.account', 'admin.account-note'],
]

/** T7: where an admin begins. */
export function HomeScreen() {
  return (
    <AdminPage title={say('admin.set-home-title')} screen="T7">
      {() => (
        <>
          <P k="admin.set-home-lead" class="lead" />
          <BigLinks
            links={WAYS.map(([href, title, note]) => ({ href, title: say(title), note: say(note) }))}
          />
        </>
      )}
    </AdminPage>
  )
}
