import type { DrawExplanation } from '@asaichi/contract/lottery/draw-bundle.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P, Summary } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Facts } from '../../ui/steps/facts.tsx'

/** V1: your entry, your place in the draw, why, and how to check it. */
export function Explanation({ entryId }: { readonly entryId: string }) {
  const shown = useApi(
    signal => api.get('/api/entries/{entryId}/explanation', { params: { entryId }, signal }),
    [entryId],
  )
  return (
    <section aria-labelledby="why">
      <H2 k="verify.why" id="why" />
      <Shown of={shown}>
        {told => (
          <>
            <P k="verify.position" p={{ position: told.result.position, of: told.of }} class="lead" />
            <P k="verify.position-text" />
            <ul class="cards">
              {told.wishes.map((wish, index) => (
                <WishCard key={index} wish={wish} />
              ))}
            </ul>
            <HowToCheck told={told} />
          </>
        )}
      </Shown>
    </section>
  )
}

function WishCard({ wish }: { readonly wish: DrawExplanation['wishes'][number] }) {
  const positions = wish.heldBy.map(one => one.position).join('、')
  return (
    <li class="card">
      <p>
        <strong>
          <When {...wish} />
        </strong>
      </p>
      <P k={`verify.verdict-${wish.verdict ?? 'not-tried'}`} />
      <P k="verify.ahead" p={{ count: wish.ahead }} />
      {wish.verdict === 'taken' && positions !== '' && <P k="verify.held-by" p={{ positions }} />}
    </li>
  )
}

function HowToCheck({ told }: { readonly told: DrawExplanation }) {
  const { check, rank, inclusion, entry } = told
  return (
    <details class="how-to">
      <Summary k="verify.how-to-check" />
      <P k="verify.check-text" />
      <Facts
        rows={[
          [say('verify.check-entry'), <code key="entry">{entry.entryId}</code>],
          [say('verify.check-rank'), <code key="rank">{rank}</code>],
          [say('lottery.check-seed'), <code key="seed">{check.seed}</code>],
          [say('lottery.check-root'), <code key="root">{inclusion.root}</code>],
          [say('lottery.check-digest'), <code key="digest">{check.resultDigest}</code>],
          [
            say('verify.check-beacon'),
            <a key="beacon" href={check.beaconUrl} rel="noreferrer">
              {check.beaconUrl}
            </a>,
          ],
        ]}
      />
      <P k="verify.check-commands" />
      <pre class="commands" tabIndex={0}>
        <code>{check.rankCommand}</code>
      </pre>
    </details>
  )
}
