import type { ComponentChildren } from 'preact'
import { api } from '../../../api/client.ts'
import { useSession } from '../../../api/session.tsx'
import { useApi } from '../../../api/use-api.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { AdminPage } from '../admin-page.tsx'

type Props = {
  readonly venueId: string
  /** From the venue's name, which is its id until the name is known. */
  readonly title: (name: string) => Message
  /** Of the venue's own page: below it in the way back. */
  readonly isPart?: boolean
  readonly children: (cityId: string) => ComponentChildren
}

/** A page under a venue, with the way back to it. */
export function VenuePage({ venueId, title, isPart = false, children }: Props) {
  const { session } = useSession()
  const venue = useApi(
    signal => api.get('/api/venues/{venueId}', { params: { venueId }, signal }),
    [venueId, session.status],
  )
  const name = venue.value?.name ?? venueId
  const under = [
    { href: '/admin/venues', label: say('admin.set-venues-title') },
    ...(isPart ? [{ href: `/admin/venues/${venueId}`, label: name }] : []),
  ]
  return (
    <AdminPage title={title(name)} screen="T7" under={under}>
      {({ cityId }) => children(cityId)}
    </AdminPage>
  )
}
