import { say } from '../../i18n/message.ts'
import { Li, T } from '../../i18n/text.tsx'
import { normaliseMail } from '../../lib/normalise.ts'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NoMail } from './no-mail.tsx'
import { registrationErrors } from './registration.ts'
import type { RegistrationForm } from './use-registration.ts'
import { stepPath } from './use-step.ts'

/** R8, third page: nothing is finished before the mail is opened (M5); the same words for a mail address already known. */
export function RegisterSent({ form }: { readonly form: RegistrationForm }) {
  const mail = normaliseMail(form.values.mail)
  // After a reload what was typed is gone, and with it the way to send it again.
  const canResend = registrationErrors(form.values).length === 0
  return (
    <>
      <Notice tone="warning" title={say('account.not-finished')}>
        <p>
          {mail === '' ? (
            <T k="account.open-mail" />
          ) : (
            <T k="account.open-mail-at" p={{ mail: <strong>{mail}</strong> }} />
          )}
        </p>
      </Notice>
      <ol class="do-next">
        <Li k="account.do-open-mail" />
        <Li k="account.do-open-link" />
        <Li k="account.do-press" />
      </ol>
      <NoMail />
      {form.answer?.status === 'away' && !form.busy && (
        <AwayNotice away={form.answer} onRetry={() => form.onSubmit()} />
      )}
      <div class="buttons">
        {canResend && (
          <Button kind="secondary" busy={form.busy} onClick={() => form.onSubmit()} k="account.send-again" />
        )}
        <ButtonLink kind="secondary" href={stepPath('/register', undefined)} k="account.correct-mail" />
      </div>
    </>
  )
}
