import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { P, Summary } from '../../../i18n/text.tsx'
import type { ScreenProps } from '../../../shell/area.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { ButtonLink, SubmitButton } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/form/choice.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { VenueSelect } from '../../shared/venue-select.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useToday } from '../shared/use-today.ts'
import { useVenues } from '../shared/use-venues.ts'
import { NoticePreview } from './notice-preview.tsx'
import { problemsOf, valuesOf, wordsOf } from './notice-values.ts'
import type { StaffNotice } from './staff-notice.ts'

/** T8: writes a notice, or an old one anew. */
export function NoticeEditorScreen({ params: { noticeId } }: ScreenProps) {
  const title = noticeId === undefined ? say('staff.notice-new') : say('staff.notice-edit-title')
  return (
    <StaffPage
      title={title}
      screen="T8"
      under={{ href: '/staff/notices', label: say('staff.notices-title') }}
    >
      {me =>
        noticeId === undefined ? (
          <Editor cityId={me.cityId} notice={undefined} />
        ) : (
          <EditorOf cityId={me.cityId} noticeId={noticeId} />
        )
      }
    </StaffPage>
  )
}

/** Staff's own list is the only place that has notices not shown now, so it is walked to the wanted one. */
function EditorOf({ cityId, noticeId }: { readonly cityId: string; readonly noticeId: string }) {
  const [after, setAfter] = useState<string>()
  const notices = useApi(
    signal => api.get('/api/staff/notices', { query: { after, limit: 100 }, signal }),
    [after],
  )
  return (
    <Shown of={notices}>
      {({ items, next }) => {
        const notice = items.find(one => one.noticeId === noticeId)
        if (notice) return <Editor key={noticeId} cityId={cityId} notice={notice} />
        if (next === null) return <P k="problems.not-found" />
        return <NextPage onSeen={() => setAfter(next)} />
      }}
    </Shown>
  )
}

function NextPage({ onSeen }: { readonly onSeen: () => void }) {
  useEffect(onSeen, [])
  return <Loading />
}

type EditorProps = { readonly cityId: string; readonly notice: StaffNotice | undefined }

function Editor({ cityId, notice }: EditorProps) {
  const today = useToday()
  return today === undefined ? <Loading /> : <EditorForm cityId={cityId} notice={notice} today={today} />
}

function EditorForm({ cityId, notice, today }: EditorProps & { readonly today: string }) {
  const [, navigate] = useLocation()
  const [initial] = useState(() => valuesOf(notice, today))
  const form = useForm({
    initial,
    draft: `notice:${notice?.noticeId ?? 'new'}`,
    validate: problemsOf,
    submit: async values => {
      const answer = await save(notice?.noticeId, wordsOf(values))
      if (answer.status === 'ok') navigate('/staff/notices?saved=1')
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      {notice?.withdrawn && <P k="staff.notice-was-withdrawn" />}
      <Where cityId={cityId} form={form} />
      <TextField {...form.field('title')} label={say('staff.notice-heading')} maxLength={120} />
      <TextArea {...form.field('body')} label={say('staff.notice-body')} rows={8} maxLength={4000} />
      <details class="details" open={initial.easyTitle !== '' || initial.enTitle !== ''}>
        <Summary k="staff.other-languages" />
        <P k="staff.other-languages-note" />
        <TextField {...form.field('easyTitle')} label={say('staff.easy-title')} optional maxLength={120} />
        <TextArea
          {...form.field('easyBody')}
          label={say('staff.easy-body')}
          optional
          rows={6}
          maxLength={4000}
        />
        <TextField {...form.field('enTitle')} label={say('staff.en-title')} optional maxLength={120} />
        <TextArea {...form.field('enBody')} label={say('staff.en-body')} optional rows={6} maxLength={4000} />
      </details>
      <NoticePreview values={form.values} />
      <div class="buttons">
        <SubmitButton busy={form.busy} k={notice ? 'staff.notice-save' : 'staff.notice-publish'} />
        <ButtonLink href="/staff/notices" kind="secondary" k="common.cancel-action" />
      </div>
    </form>
  )
}

type NoticeForm = ReturnType<typeof useForm<ReturnType<typeof valuesOf>, { status: 'ok' }>>

function Where({ cityId, form }: { readonly cityId: string; readonly form: Pick<NoticeForm, 'field'> }) {
  const venues = useVenues(cityId)
  return (
    <>
      <VenueSelect
        {...form.field('venueId')}
        label={say('staff.notice-where')}
        venues={venues.value?.items ?? []}
        every={say('staff.city-wide')}
      />
      <Checkbox
        {...form.field('urgent')}
        label={say('staff.notice-urgent')}
        hint={say('staff.notice-urgent-hint')}
        optional
      />
      <TextField
        {...form.field('date')}
        type="date"
        size={12}
        label={say('staff.notice-date')}
        hint={say('staff.notice-date-hint')}
      />
      <div class="side-by-side">
        <TextField
          {...form.field('showFrom')}
          type="date"
          size={12}
          label={say('staff.show-from')}
          optional
        />
        <TextField
          {...form.field('showUntil')}
          type="date"
          size={12}
          label={say('staff.show-until')}
          optional
        />
      </div>
    </>
  )
}

function save(noticeId: string | undefined, body: ReturnType<typeof wordsOf>) {
  return noticeId === undefined
    ? api.post('/api/staff/notices', { body })
    : api.post('/api/staff/notices/{noticeId}', { params: { noticeId }, body })
}
