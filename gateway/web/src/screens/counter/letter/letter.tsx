import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/form/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { useAct } from '../../staff/shared/use-act.ts'
import './letter.css'

type Letter = ValueOf<RouteAt<'post', '/api/staff/mails/{mailId}/letter'>>
const WAYS = ['phone', 'letter', 'counter'] as const

/** Opened by a press, never by itself: it may hold door codes, and each look is told to the person (V4). */
export function LetterToTell({ mailId }: { readonly mailId: string }) {
  const [isTold, setIsTold] = useState(false)
  const opening = useAct((id: string) =>
    api.post('/api/staff/mails/{mailId}/letter', { params: { mailId: id }, body: {} }),
  )
  const letter = opening.answer?.status === 'ok' ? opening.answer.value : undefined
  if (isTold)
    return (
      <Notice tone="success" title={say('staff.counter-told')}>
        <TextLink href="/staff" k="staff.counter-back-to-today" />
      </Notice>
    )
  return (
    <>
      <FormProblems form={opening.form} />
      {letter ? (
        <>
          <LetterSheet letter={letter} />
          {letter.status === 'to-tell' && <ToldForm mailId={mailId} onTold={() => setIsTold(true)} />}
        </>
      ) : (
        <>
          <P k="staff.counter-letter-lead" class="lead" />
          <Button
            busy={opening.busy}
            onClick={() => void opening.run(mailId)}
            k="staff.counter-letter-open"
          />
        </>
      )}
    </>
  )
}

function LetterSheet({ letter: { personId, language, subject, text } }: { readonly letter: Letter }) {
  return (
    <>
      <P class="no-print" k="staff.counter-letter-note" />
      <p class="no-print">
        <TextLink href={`/staff/people/${personId}`} k="staff.counter-letter-person" />
      </p>
      <PrintSheet>
        <div lang={language === 'en' ? 'en' : 'ja'}>
          <h2>{subject}</h2>
          <p class="letter">{text}</p>
        </div>
      </PrintSheet>
    </>
  )
}

type ToldProps = { readonly mailId: string; readonly onTold: () => void }

function ToldForm({ mailId, onTold }: ToldProps) {
  const form = useForm({
    initial: { by: '' },
    validate: ({ by }) =>
      by === '' ? [{ field: 'by' as const, message: say('staff.counter-told-wrong') }] : [],
    submit: async ({ by }) => {
      const answer = await api.post('/api/staff/mails/{mailId}/told', {
        params: { mailId },
        body: { by: WAYS.find(one => one === by) ?? 'phone' },
      })
      if (answer.status === 'ok') onTold()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate class="no-print">
      <H2 k="staff.counter-told-title" />
      <FormProblems form={form} />
      <RadioGroup
        label={say('staff.counter-told-by')}
        options={WAYS.map(value => ({ value, label: say(`staff.counter-told-${value}`) }))}
        {...form.field('by')}
      />
      <SubmitButton busy={form.busy} k="staff.counter-told-do" />
    </form>
  )
}
