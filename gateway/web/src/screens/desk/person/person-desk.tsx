import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { api } from '../../../api/client.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { H2, P, Summary, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonForm } from '../../staff/shared/reason-form.tsx'
import { useAct } from '../../staff/shared/use-act.ts'
import { Letters } from './letters.tsx'
import { LIFT_REASONS, SUSPEND_REASONS } from './suspension-reasons.ts'

type Props = { readonly person: PersonFile; readonly onDone: (message: Message) => void }

/** T9, M7, S9: what staff do to one person's use and login, each told to the person. */
export function PersonDesk({ person, onDone }: Props) {
  return (
    <section aria-labelledby="person-desk">
      <H2 k="staff.desk-person-desk" id="person-desk" />
      {(person.status === 'approved' || person.status === 'suspended') && (
        <Suspension key={person.version} person={person} onDone={onDone} />
      )}
      <Login person={person} onDone={onDone} />
    </section>
  )
}

/** M7: 停止 and its end, with the words that the mail tells. */
function Suspension({ person: { personId, version, language, status }, onDone }: Props) {
  const isSuspended = status === 'suspended'
  const send = async (reason: string) => {
    const path = isSuspended ? '/api/staff/people/{personId}/lift' : '/api/staff/people/{personId}/suspend'
    const body = { expectedVersion: version, reason }
    const answer = await api.post(path, { params: { personId }, body })
    if (answer.status === 'ok') onDone(say(isSuspended ? 'staff.desk-lifted' : 'staff.desk-suspended'))
    return answer
  }
  return (
    <details class="details">
      <Summary k={isSuspended ? 'staff.desk-lift' : 'staff.desk-suspend'} />
      <P k={isSuspended ? 'staff.desk-lift-note' : 'staff.desk-suspend-note'} />
      <ReasonForm
        draft={`${isSuspended ? 'lift' : 'suspend'}:${personId}`}
        templates={isSuspended ? LIFT_REASONS : SUSPEND_REASONS}
        language={language}
        mail={say(isSuspended ? 'staff.desk-mail-lifted' : 'staff.desk-mail-suspended')}
        action={<T k={isSuspended ? 'staff.desk-lift-do' : 'staff.desk-suspend-do'} />}
        submit={send}
      />
    </details>
  )
}

/** M6, S9: staff never see a password (A40), so the help goes to the mailbox. */
function Login({ person: { personId, mail }, onDone }: Props) {
  const help = useAct(async () => {
    const answer = await api.post('/api/staff/people/{personId}/password-help', {
      params: { personId },
      body: {},
    })
    if (answer.status === 'ok') onDone(say('staff.desk-help-sent'))
    return answer
  })
  const signOut = useAct(async () => {
    const answer = await api.post('/api/staff/people/{personId}/sign-out', { params: { personId }, body: {} })
    if (answer.status === 'ok') onDone(say('staff.desk-signed-out', { count: answer.value.ended }))
    return answer
  })
  if (mail === null)
    return (
      <>
        <P k="staff.desk-no-login" />
        <Letters personId={personId} />
      </>
    )
  return (
    <details class="details">
      <Summary k="staff.desk-login-help" />
      <FormProblems form={help.form} />
      <FormProblems form={signOut.form} />
      <P k="staff.desk-help-note" />
      <Button kind="secondary" busy={help.busy} onClick={() => void help.run({})} k="staff.desk-help-send" />
      <P k="staff.desk-sign-out-note" />
      <Button
        kind="secondary"
        busy={signOut.busy}
        onClick={() => void signOut.run({})}
        k="staff.desk-sign-out"
      />
    </details>
  )
}
