import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { MailPreview } from '../shared/mail-preview.tsx'
import { ReasonForm } from '../shared/reason-form.tsx'
import { RETURN_REASONS } from '../shared/reason-templates.ts'
import { useAct } from '../shared/use-act.ts'
import { ClassSelect, useClasses } from './class-select.tsx'

type Props = {
  readonly person: PersonFile
  readonly onDecided: (message: Message) => void
  readonly onChanged: () => void
}

/** M7: approve, once a contact confirmed the person, or return with a reason. */
export function PersonDecision({ person, onDecided, onChanged }: Props) {
  const { personId, version, language } = person
  const [returns, setReturns] = useState(false)
  const name = person.group?.name ?? person.name
  const giveBack = async (reason: string) => {
    const answer = await api.post('/api/staff/applicants/{personId}/return', {
      params: { personId },
      body: { expectedVersion: version, reason },
    })
    if (answer.status === 'ok') onDecided(say('staff.person-returned', { name }))
    return answer
  }
  const isConfirmed = person.contacts.some(contact => contact.outcome === 'confirmed')
  return (
    <section aria-labelledby="decision">
      <H3 k="staff.decision" id="decision" />
      {!isConfirmed && !returns && <P k="staff.contact-first" id="why-not" />}
      {returns ? (
        <ReasonForm
          draft={`return:${personId}`}
          templates={RETURN_REASONS}
          language={language}
          mail={say('staff.mail-person-returned')}
          action={<T k="staff.return-send" />}
          submit={giveBack}
          onCancel={() => setReturns(false)}
        />
      ) : (
        <Choice
          person={person}
          isConfirmed={isConfirmed}
          onDecided={onDecided}
          onChanged={onChanged}
          onReturn={() => setReturns(true)}
        />
      )}
    </section>
  )
}

type ChoiceProps = Props & { readonly isConfirmed: boolean; readonly onReturn: () => void }

function Choice({ person, isConfirmed, onDecided, onChanged, onReturn }: ChoiceProps) {
  const { personId, version, language } = person
  const name = person.group?.name ?? person.name
  const { classes, now } = useClasses(person)
  const [chosen, choose] = useState<string>()
  const classId = chosen ?? now?.classId
  const approve = useAct(async () => {
    const answer = await api.post('/api/staff/applicants/{personId}/approve', {
      params: { personId },
      body: { expectedVersion: version, ...(classId !== undefined && { classId }) },
    })
    if (answer.status === 'ok') onDecided(say('staff.person-approved', { name }))
    else if (answer.status === 'refused') onChanged()
    return answer
  })
  return (
    <>
      <FormProblems form={approve.form} />
      {classId !== undefined && (
        <ClassSelect
          id="class"
          name="class"
          value={classId}
          error={undefined}
          onChange={choose}
          classes={classes}
        />
      )}
      <MailPreview title={say('staff.mail-person-approved')} language={language} />
      <div class="buttons">
        <Button
          busy={approve.busy}
          disabled={!isConfirmed}
          {...(!isConfirmed && { describedBy: 'why-not' })}
          onClick={() => void approve.run({})}
          k="staff.approve"
        />
        <Button kind="secondary" onClick={onReturn} k="staff.return" />
      </div>
    </>
  )
}
