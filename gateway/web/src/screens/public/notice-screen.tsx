import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { linksIn } from '../../lib/links.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { NotFoundScreen } from '../errors/not-found-screen.tsx'
import { NoticeHead } from './notice-list.tsx'

const LIST = { href: '/notices', label: say('public.notices-title') } as const

/** R2: one notice, to be printed too. */
export function NoticeScreen({ params: { noticeId = '' } }: ScreenProps) {
  const language = useLanguage()
  const notice = useApi(
    signal => api.get('/api/notices/{noticeId}', { params: { noticeId }, signal }),
    [noticeId],
  )
  usePageCity(notice.value?.cityId)
  if (notice.problem?.code === 'not-found') return <NotFoundScreen />
  const title = notice.value ? ownWords(notice.value, 'title', language).text : say('public.notice-title')
  return (
    <Page key={String(notice.value !== undefined)} title={title} screen="R2" crumbs={[LIST]}>
      <Shown of={notice}>{value => <Body notice={value} />}</Shown>
    </Page>
  )
}

function Body({ notice }: { readonly notice: Notice }) {
  return (
    <>
      <PrintSheet>
        <NoticeHead notice={notice} />
        <Words notice={notice} />
      </PrintSheet>
      {notice.venueId !== null && (
        <p>
          <TextLink href={`/venues/${notice.venueId}`} k="public.notice-venue" />
        </p>
      )}
      <ButtonLink href="/notices" kind="secondary" k="public.notices-back" />
    </>
  )
}

/** What staff wrote, with the addresses and telephone numbers in it as links. */
function Words({ notice }: { readonly notice: Notice }) {
  const { text, lang } = ownWords(notice, 'body', useLanguage())
  return (
    <div class="own-lines" lang={lang}>
      {text.split('\n').map((line, index) => (
        <p key={index}>
          {linksIn(line).map((piece, place) =>
            piece.href === undefined ? (
              piece.text
            ) : (
              <a key={place} href={piece.href} rel="noreferrer">
                {piece.text}
              </a>
            ),
          )}
        </p>
      ))}
    </div>
  )
}
