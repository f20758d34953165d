import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { T } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { NoticeList } from './notice-list.tsx'

/** S2: the newest five of the city and its facilities. */
export function NewestNotices({ cityId }: { readonly cityId: string }) {
  const notices = useApi(
    signal => api.get('/api/cities/{cityId}/notices', { params: { cityId }, query: { limit: 5 }, signal }),
    [cityId],
  )
  return (
    <section aria-labelledby="newest-notices">
      <h2 id="newest-notices">
        <T k="public.home-notices" />
      </h2>
      <Shown of={notices}>
        {({ items }) => (
          <>
            <NoticeList notices={items} />
            <ButtonLink href="/notices" kind="secondary">
              <T k="common.show-all" />
            </ButtonLink>
          </>
        )}
      </Shown>
    </section>
  )
}
