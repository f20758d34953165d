import { say } from '../../../i18n/message.ts'
import { useLater } from '../../../shell/later.ts'
import { Loading } from '../../../ui/loading.tsx'
import { AdminPage } from '../admin-page.tsx'

/** T21, V4: what was done in the city, by whom and to whom. */
export function ActsScreen() {
  return (
    <AdminPage title={say('admin.acts-title')} screen="T21" under={[]}>
      {({ cityId }) => <ActsContent cityId={cityId} />}
    </AdminPage>
  )
}

// The names of the acts are the residents' own.
function ActsContent({ cityId }: { readonly cityId: string }) {
  const part = useLater(() => import('./acts.tsx'), ['session'])
  return part ? <part.Acts cityId={cityId} /> : <Loading />
}
