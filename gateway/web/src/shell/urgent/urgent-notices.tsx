import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import { Link } from 'wouter-preact'
import { OwnText } from '../../i18n/own-text.tsx'
import { UrgentBanner } from '../../ui/urgent-banner.tsx'

/** R2, S2: what everyone must see first, and whose hall it is about. */
export function UrgentNotices({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    <UrgentBanner>
      {notices.map(notice => (
        <p key={notice.noticeId}>
          <Link href={`/notices/${notice.noticeId}`}>
            {notice.venueName !== null && (
              <>
                <OwnText
                  of={{ name: notice.venueName, translations: notice.venueTranslations }}
                  field="name"
                />{' '}
              </>
            )}
            <OwnText of={notice} field="title" />
          </Link>
        </p>
      ))}
    </UrgentBanner>
  )
}
