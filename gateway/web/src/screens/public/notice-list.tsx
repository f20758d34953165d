import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import { Link } from 'wouter-preact'
import { Day } from '../../i18n/format.tsx'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'

/** S2: date, facility and title; the title leads to the notice. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return <P k="public.home-notices-none" />
  return (
    <ul class="notice-list">
      {notices.map(notice => (
        <li key={notice.noticeId}>
          <NoticeHead notice={notice} />
          <Link href={`/notices/${notice.noticeId}`}>
            <OwnText of={notice} field="title" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The day, whose notice it is, and whether it is urgent. */
export function NoticeHead({ notice }: { readonly notice: Notice }) {
  return (
    <p class="notice-list__head">
      <Day date={notice.date} />
      <span class="tag">
        {notice.venueName === null ? (
          <T k="public.notice-city-wide" />
        ) : (
          <OwnText of={{ name: notice.venueName, translations: notice.venueTranslations }} field="name" />
        )}
      </span>
      {notice.urgent && (
        <strong class="tag tag--urgent">
          <T k="public.notice-urgent" />
        </strong>
      )}
    </p>
  )
}
