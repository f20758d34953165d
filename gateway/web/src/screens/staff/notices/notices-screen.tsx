import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day } from '../../../i18n/format.tsx'
import { LANGUAGES } from '../../../i18n/languages.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Say, Span, T } from '../../../i18n/text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Paged } from '../../shared/paged.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { Sure } from '../shared/sure.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'
import type { StaffNotice } from './staff-notice.ts'
import './notices.css'

/** T8: every notice of the city, those not shown now included. */
export function NoticesScreen() {
  return (
    <StaffPage title={say('staff.notices-title')} screen="T8">
      {() => <NoticesContent />}
    </StaffPage>
  )
}

function NoticesContent() {
  const [query, change] = useQuery()
  const after = query.get('after') ?? undefined
  const notices = useApi(
    signal => api.get('/api/staff/notices', { query: { after, limit: 30 }, signal }),
    [after],
  )
  const [withdrawing, setWithdrawing] = useState<StaffNotice>()
  const [told, setTold] = useState<Message | undefined>(() =>
    query.has('saved') ? say('staff.notice-saved') : undefined,
  )
  return (
    <>
      <Told>{told && <Say message={told} />}</Told>
      <p>
        <ButtonLink href="/staff/notices/new" k="staff.notice-new" />
      </p>
      <Paged of={notices} after={after} onGo={cursor => change({ after: cursor })}>
        {items => (
          <>
            <ul class="staff-notices">
              {items.map(notice => (
                <NoticeRow key={notice.noticeId} notice={notice} onWithdraw={() => setWithdrawing(notice)} />
              ))}
            </ul>
            {items.length === 0 && <P k="staff.notices-none" />}
          </>
        )}
      </Paged>
      {withdrawing && (
        <WithdrawDialog
          notice={withdrawing}
          onClose={() => setWithdrawing(undefined)}
          onDone={() => {
            setTold(say('staff.notice-withdrawn', { title: withdrawing.title }))
            setWithdrawing(undefined)
            notices.reload()
          }}
        />
      )}
    </>
  )
}

const TRANSLATED = LANGUAGES.filter(language => language !== 'ja')

type RowProps = { readonly notice: StaffNotice; readonly onWithdraw: () => void }

function NoticeRow({ notice, onWithdraw }: RowProps) {
  const { noticeId, title, venueName, date, urgent, withdrawn, translations } = notice
  const missing = TRANSLATED.filter(language => !translations?.[language]?.title)
  return (
    <li>
      <p class="notice-list__head">
        <Day date={date} />
        <span class="tag">
          {venueName === null ? <T k="staff.city-wide" /> : <span lang="ja">{venueName}</span>}
        </span>
        {urgent && <Span k="staff.urgent" class="tag tag--bad" />}
        <ShownTag notice={notice} />
        {missing.length > 0 && (
          <Span
            k={
              missing.length === TRANSLATED.length
                ? 'staff.missing-both'
                : `staff.missing-${missing[0] ?? 'en'}`
            }
            class="tag tag--warn"
          />
        )}
      </p>
      <p class="staff-notices__title">
        <Link href={`/staff/notices/${noticeId}`} lang="ja">
          {title}
        </Link>
      </p>
      <div class="buttons">
        <ButtonLink href={`/staff/notices/${noticeId}`} kind="secondary" size="small">
          <T k="staff.notice-edit" />
          <span class="visually-hidden">：{title}</span>
        </ButtonLink>
        {!withdrawn && (
          <Button kind="secondary" size="small" onClick={onWithdraw}>
            <T k="staff.notice-withdraw" />
            <span class="visually-hidden">：{title}</span>
          </Button>
        )}
      </div>
    </li>
  )
}

function ShownTag({ notice: { shown, withdrawn, showFrom, showUntil } }: { readonly notice: StaffNotice }) {
  const from = showFrom === null ? '' : <Day date={showFrom} short />
  const until = showUntil === null ? '' : <Day date={showUntil} short />
  return (
    <span class="tag">
      <T k={withdrawn ? 'staff.state-withdrawn' : shown ? 'staff.state-shown' : 'staff.state-not-now'} />
      {(showFrom !== null || showUntil !== null) && (
        <>
          {' '}
          {from}～{until}
        </>
      )}
    </span>
  )
}

type WithdrawProps = {
  readonly notice: StaffNotice
  readonly onClose: () => void
  readonly onDone: () => void
}

function WithdrawDialog({ notice: { noticeId, title }, onClose, onDone }: WithdrawProps) {
  const withdraw = useAct(async () => {
    const answer = await api.post('/api/staff/notices/{noticeId}/withdraw', {
      params: { noticeId },
      body: {},
    })
    if (answer.status === 'ok') onDone()
    return answer
  })
  return (
    <Dialog title={say('staff.withdraw-title')} isOpen onClose={onClose}>
      <Sure
        action={{ k: 'staff.notice-withdraw' }}
        kind="danger"
        act={withdraw}
        onDo={() => void withdraw.run({})}
        onClose={onClose}
      >
        <p lang="ja">{title}</p>
        <P k="staff.withdraw-text" />
      </Sure>
    </Dialog>
  )
}
