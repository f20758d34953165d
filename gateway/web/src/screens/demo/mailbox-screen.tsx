import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { MailText } from './mail-text.tsx'

const MOST = 200
const EVERYBODY = 'everybody'

/** The demo's mail catcher: what the town sent, newest first. */
export function MailboxScreen() {
  const mails = useApi(signal => api.get('/api/demo/mails', { query: { limit: MOST }, signal }), [], {
    refresh: true,
  })
  return (
    <Page title={say('kiosk.demo-mailbox-title')} screen="X1">
      <P k="kiosk.demo-mailbox-lead" class="lead" />
      {mails.status === 'refused' ? (
        <Notice tone="info" title={say('kiosk.demo-only')} />
      ) : (
        <Shown of={mails}>{({ items }) => <Mails mails={items} onReload={mails.reload} />}</Shown>
      )}
    </Page>
  )
}

type Mail = {
  readonly id: number
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}
type Props = { readonly mails: readonly Mail[]; readonly onReload: () => void }

function Mails({ mails, onReload }: Props) {
  const [to, choose] = useRecipient()
  const all = [...new Set(mails.flatMap(mail => mail.to))].sort()
  const shown = mails.filter(mail => to === undefined || mail.to.includes(to))
  return (
    <>
      <div class="mailbox-tools">
        <Select
          id="recipient"
          name="recipient"
          label={say('kiosk.demo-recipient')}
          optional
          error={undefined}
          value={to ?? EVERYBODY}
          onChange={choose}
          options={[
            { value: EVERYBODY, label: say('kiosk.demo-everybody') },
            ...[...new Set([...all, ...(to === undefined ? [] : [to])])].map(mail => ({
              value: mail,
              label: mail,
            })),
          ]}
        />
        <Button kind="secondary" onClick={onReload} k="kiosk.demo-look-again" />
      </div>
      <section aria-labelledby="mails">
        <H2 k="kiosk.demo-mails" p={{ count: shown.length }} id="mails" />
        {shown.length === 0 ? (
          <P k="kiosk.demo-no-mails" />
        ) : (
          <ul class="mails">
            {shown.map((mail, index) => (
              <MailItem key={mail.id} mail={mail} isOpen={index === 0} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function MailItem({ mail, isOpen }: { readonly mail: Mail; readonly isOpen: boolean }) {
  return (
    <li>
      <details class="mail" open={isOpen}>
        <summary lang="ja">
          <span class="mail__subject">{mail.subject}</span> <span class="mail__to">{mail.to.join(' ')}</span>
        </summary>
        <div class="mail__text" lang="ja">
          <MailText text={mail.text} />
        </div>
      </details>
    </li>
  )
}

// In the address, so that a reload and the way back keep the person.
function useRecipient(): readonly [to: string | undefined, choose: (to: string) => void] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const to = new URLSearchParams(search).get('to') ?? undefined
  const choose = (next: string) =>
    navigate(
      next === EVERYBODY || next === '' ? '/demo/mailbox' : `/demo/mailbox?to=${encodeURIComponent(next)}`,
      { replace: true },
    )
  return [to, choose]
}
