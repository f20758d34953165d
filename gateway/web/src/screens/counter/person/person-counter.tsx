import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { api } from '../../../api/client.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { H2, P, Summary, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonForm } from '../../staff/shared/reason-form.tsx'
import { useAct } from '../../staff/shared/use-act.ts'
import { Letters } from './letters.tsx'
import { PersonClass } from './person-class.tsx'
import { LIFT_REASONS, SUSPEND_REASONS } from './suspension-reasons.ts'

type Props = { readonly person: PersonFile; readonly onDone: (message: Message) => void }

/** T9, M7, S9: what staff do to one person's use and login, each told to the person. */
export function PersonCounter({ person, onDone }: Props) {
  return (
    <section aria-labelledby="person-counter">
      <H2 k="staff.counter-person" id="person-counter" />
      {(person.status === 'approved' || person.status === 'suspended') && (
        <Suspension key={person.version} person={person} onDone={onDone} />
      )}
      <PersonClass key={`class ${person.version}`} person={person} onDone={onDone} />
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
    if (answer.status === 'ok') onDone(say(isSuspended ? 'staff.counter-lifted' : 'staff.counter-suspended'))
    return answer
  }
  return (
    <details class="details">
      <Summary k={isSuspended ? 'staff.counter-lift' : 'staff.counter-suspend'} />
      <P k={isSuspended ? 'staff.counter-lift-note' : 'staff.counter-suspend-note'} />
      <ReasonForm
        draft={`${isSuspended ? 'lift' : 'suspend'}:${personId}`}
        templates={isSuspended ? LIFT_REASONS : SUSPEND_REASONS}
        language={language}
        mail={say(isSuspended ? 'staff.counter-mail-lifted' : 'staff.counter-mail-suspended')}
        action={<T k={isSuspended ? 'staff.counter-lift-do' : 'staff.counter-suspend-do'} />}
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
    if (answer.status === 'ok') onDone(say('staff.counter-help-sent'))
    return answer
  })
  const signOut = useAct(async () => {
    const answer = await api.post('/api/staff/people/{personId}/sign-out', { params: { personId }, body: {} })
    if (answer.status === 'ok') onDone(say('staff.counter-signed-out', { count: answer.value.ended }))
    return answer
  })
  if (mail === null)
    return (
      <>
        <P k="staff.counter-no-login" />
        <Letters personId={personId} />
      </>
    )
  return (
    <details class="details">
      <Summary k="staff.counter-login-help" />
      <FormProblems form={help.form} />
      <FormProblems form={signOut.form} />
      <P k="staff.counter-help-note" />
      <Button
        kind="secondary"
        busy={help.busy}
        onClick={() => void help.run({})}
        k="staff.counter-help-send"
      />
      <P k="staff.counter-sign-out-note" />
      <Button
        kind="secondary"
        busy={signOut.busy}
        onClick={() => void signOut.run({})}
        k="staff.counter-sign-out"
      />
    </details>
  )
}
