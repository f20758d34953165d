import type { Round } from '@asaichi/contract/lottery.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Day, Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BundleFigures } from './bundle-figures.tsx'

/** V1: what the city bound itself to, and how anyone draws again. Open to everybody. */
export function RoundScreen({ params: { cityId = '', date = '' } }: ScreenProps) {
  const shown = useApi(
    signal => api.get('/api/cities/{cityId}/rounds/{date}', { params: { cityId, date }, signal }),
    [cityId, date],
    { refresh: true },
  )
  return (
    <Page title={say('mine.round-title')} screen="R12">
      <p class="lead">
        <T k="mine.round-lead" />
      </p>
      <Shown of={shown}>
        {round => (
          <>
            <RoundFacts round={round} />
            <Commitment round={round} />
            <Check round={round} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function RoundFacts({ round }: { readonly round: Round }) {
  const { dates, status, opensAt, closesAt, drawAt, cancelReason, problem } = round
  return (
    <>
      {status === 'cancelled' && (
        <Notice tone="warning" title={say('mine.round-cancelled')}>
          {cancelReason !== null && <p lang="ja">{cancelReason}</p>}
        </Notice>
      )}
      {problem && (
        <Notice tone="warning" title={say('mine.round-stopped')}>
          <p>
            <T k="mine.round-stopped-text" />
          </p>
        </Notice>
      )}
      <Facts
        rows={[
          [say('mine.round-dates'), <Dates key="dates" {...dates} />],
          [
            say('mine.round-state'),
            <strong key="state">
              <T k={status === 'cancelled' ? 'mine.round-cancelled-state' : `mine.round-${status}`} />
            </strong>,
          ],
          [say('mine.round-opens'), <Moment key="opens" at={opensAt} />],
          [say('mine.round-closes'), <Moment key="closes" at={closesAt} />],
          [say('mine.round-draws'), <Moment key="draws" at={drawAt} />],
        ]}
      />
    </>
  )
}

function Dates({ first, last }: Round['dates']) {
  if (first === last) return <Day date={first} />
  return (
    <>
      <Day date={first} /> – <Day date={last} />
    </>
  )
}

function Commitment({ round: { commitment, freeze } }: { readonly round: Round }) {
  return (
    <>
      <section aria-labelledby="promise">
        <h2 id="promise">
          <T k="mine.promise" />
        </h2>
        <p>
          <T k="mine.promise-text" />
        </p>
        {commitment ? (
          <Facts
            rows={[
              [say('mine.promise-at'), <Moment key="at" at={commitment.publishedAt} />],
              [say('mine.promise-chain'), <code key="chain">{commitment.chain.hash}</code>],
              [say('mine.promise-beacon'), <code key="beacon">{commitment.beaconRound}</code>],
              [say('mine.promise-fallback'), <code key="fallback">{commitment.fallbackHash}</code>],
            ]}
          />
        ) : (
          <p>
            <T k="mine.promise-later" />
          </p>
        )}
      </section>
      <section aria-labelledby="freeze">
        <h2 id="freeze">
          <T k="mine.freeze" />
        </h2>
        <p>
          <T k="mine.freeze-text" />
        </p>
        {freeze ? (
          <Facts
            rows={[
              [say('mine.freeze-at'), <Moment key="at" at={freeze.at} />],
              [
                say('mine.freeze-count'),
                <T key="count" k="mine.entries-count" p={{ count: freeze.count }} />,
              ],
              [say('mine.check-root'), <code key="root">{freeze.root}</code>],
            ]}
          />
        ) : (
          <p>
            <T k="mine.freeze-later" />
          </p>
        )}
      </section>
    </>
  )
}

function Check({ round: { roundId, status, freeze, drawAt } }: { readonly round: Round }) {
  return (
    <section aria-labelledby="check">
      <h2 id="check">
        <T k="mine.check" />
      </h2>
      {status === 'published' ? (
        <>
          <p>
            <T k="mine.check-bundle-text" />
          </p>
          <ButtonLink href={`/api/rounds/${roundId}/bundle`} kind="secondary" download>
            <T k="mine.check-bundle" />
          </ButtonLink>
          <BundleFigures roundId={roundId} />
          <p>
            <T k="mine.check-programs" />
          </p>
          <pre class="commands" tabIndex={0}>
            <code>{commandsFor(roundId, freeze?.root)}</code>
          </pre>
        </>
      ) : (
        <p>
          <T k="mine.check-later" p={{ at: <Moment at={drawAt} /> }} />
        </p>
      )}
    </section>
  )
}

function commandsFor(roundId: string, root: string | undefined): string {
  const file = `draw-${roundId}.json`
  const noted = root === undefined ? '' : ` --root ${root}`
  return [
    `npm run verify-draw -- ${file}${noted}`,
    `python3 services/lottery/verifier/verify_draw.py ${file}${noted}`,
  ].join('\n')
}
