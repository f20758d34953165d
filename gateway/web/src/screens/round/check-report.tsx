import type { Check } from '@asaichi/draw/check.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { H2, P, Summary, T } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusBadge } from '../../ui/state/status-badge.tsx'

const BADGES = {
  ok: { tone: 'good', word: 'verify.badge-ok' },
  flagged: { tone: 'action', word: 'verify.badge-flagged' },
  failed: { tone: 'bad', word: 'verify.badge-failed' },
} as const

/** Every check in the order in which it was made, after the verdict over them all. */
export function CheckReport({ checks }: { readonly checks: readonly Check[] | null }) {
  if (checks === null) return <Unable />
  return (
    <section aria-labelledby="report">
      <H2 k="verify.report" id="report" />
      <Verdict checks={checks} />
      <ol class="cards">
        {checks.map(check => (
          <li key={check.id} class={`card card--${BADGES[check.status].tone}`}>
            <p>
              <strong>
                <T k={`verify.step-${check.id}`} />
              </strong>{' '}
              <StatusBadge state={BADGES[check.status]} />
            </p>
            <P k={meaningOf(check)} />
            <details class="how-to">
              <Summary k="verify.words" />
              <p lang="ja" class="own-lines">
                {check.words}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Verdict({ checks }: { readonly checks: readonly Check[] }) {
  const failed = checks.find(({ status }) => status === 'failed')
  if (failed)
    return (
      <Notice tone="error" title={say('verify.fails')}>
        <P k="verify.fails-text" p={{ what: <T k={`verify.step-${failed.id}`} /> }} />
      </Notice>
    )
  if (checks.some(({ status }) => status === 'flagged'))
    return <Notice tone="warning" title={say('verify.holds-but')} />
  return <Notice tone="success" title={say('verify.holds')} />
}

function Unable() {
  return (
    <Notice tone="warning" title={say('verify.unable')}>
      <P k="verify.unable-text" />
      <ButtonLink href="/verify_draw.py" kind="secondary" download k="lottery.check-program" />
    </Notice>
  )
}

/** What a step means for the draw; what is only flagged says so in the verifier's own words. */
function meaningOf({ id, status }: Check): Key {
  return status === 'flagged' ? 'verify.flagged' : `verify.step-${id}-${status}`
}
