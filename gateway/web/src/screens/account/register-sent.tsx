import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { normaliseMail } from '../../lib/normalise.ts'
import { useCity } from '../../shell/city.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
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
        <li>
          <T k="account.do-open-mail" />
        </li>
        <li>
          <T k="account.do-open-link" />
        </li>
        <li>
          <T k="account.do-press" />
        </li>
      </ol>
      <NoMail />
      {form.answer?.status === 'away' && !form.busy && (
        <AwayNotice away={form.answer} onRetry={() => form.onSubmit()} />
      )}
      <div class="buttons">
        {canResend && (
          <Button kind="secondary" busy={form.busy} onClick={() => form.onSubmit()}>
            <T k="account.send-again" />
          </Button>
        )}
        <ButtonLink kind="secondary" href={stepPath('/register', undefined)}>
          <T k="account.correct-mail" />
        </ButtonLink>
      </div>
    </>
  )
}

/** What to look at when a mail does not come, in the same words on every page that sends one. */
export function NoMail() {
  const { city } = useCity()
  return (
    <section aria-labelledby="no-mail">
      <h2 id="no-mail">
        <T k="account.no-mail-title" />
      </h2>
      <ul>
        <li>
          <T k="account.no-mail-spam" />
        </li>
        <li>
          <T k="account.no-mail-address" />
        </li>
        {city && (
          <li>
            <T k="account.no-mail-phone" p={{ phone: <PhoneLink phone={city.office.phone} /> }} />
          </li>
        )}
      </ul>
    </section>
  )
}

export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a class="nowrap" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  )
}
