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
      <H2 k="lottery.why" id="why" />
      <Shown of={shown}>
        {told => (
          <>
            <P k="lottery.position" p={{ position: told.result.position, of: told.of }} class="lead" />
            <P k="lottery.position-text" />
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
      <P k={`lottery.verdict-${wish.verdict ?? 'not-tried'}`} />
      <P k="lottery.ahead" p={{ count: wish.ahead }} />
      {wish.verdict === 'taken' && positions !== '' && <P k="lottery.held-by" p={{ positions }} />}
    </li>
  )
}

function HowToCheck({ told }: { readonly told: DrawExplanation }) {
  const { check, rank, inclusion, entry } = told
  return (
    <details class="how-to">
      <Summary k="lottery.how-to-check" />
      <P k="lottery.check-text" />
      <Facts
        rows={[
          [say('lottery.check-entry'), <code key="entry">{entry.entryId}</code>],
          [say('lottery.check-rank'), <code key="rank">{rank}</code>],
          [say('lottery.check-seed'), <code key="seed">{check.seed}</code>],
          [say('lottery.check-root'), <code key="root">{inclusion.root}</code>],
          [say('lottery.check-digest'), <code key="digest">{check.resultDigest}</code>],
          [
            say('lottery.check-beacon'),
            <a key="beacon" href={check.beaconUrl} rel="noreferrer">
              {check.beaconUrl}
            </a>,
          ],
        ]}
      />
      <P k="lottery.check-commands" />
      <pre class="commands" tabIndex={0}>
        <code>{check.rankCommand}</code>
      </pre>
    </details>
  )
}
