import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Day, Moment, Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { roundPath } from '../own/paths.ts'
import { BundleFigures } from './bundle-figures.tsx'

/** V1: what the city bound itself to, and how anyone draws again. Open to everybody. */
export function RoundScreen({ params: { cityId = '', date = '' } }: ScreenProps) {
  const shown = useApi(
    signal => api.get('/api/cities/{cityId}/rounds/{date}', { params: { cityId, date }, signal }),
    [cityId, date],
    { refresh: true },
  )
  usePageCity(cityId)
  return (
    <Page title={say('lottery.round-title')} screen="R12" crumbs={[]}>
      <P k="lottery.round-lead" class="lead" />
      <Shown of={shown}>
        {round => (
          <>
            <RoundFacts round={round} />
            <Commitment round={round} />
            <Check round={round} checkPath={roundPath(cityId, date, '/check')} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function RoundFacts({ round }: { readonly round: Round }) {
  const { dates, status, opensAt, closesAt, drawAt, cancelReason, problem, redraws = [] } = round
  return (
    <>
      {status === 'cancelled' && (
        <Notice tone="warning" title={say('lottery.round-cancelled')}>
          {cancelReason !== null && <p lang="ja">{cancelReason}</p>}
        </Notice>
      )}
      {redraws.map(({ proposedAt, confirmedAt, reason }) => (
        <Notice key={confirmedAt} tone="warning" title={say('lottery.round-redrawn')}>
          <P
            k="lottery.round-redrawn-text"
            p={{ proposed: <Moment at={proposedAt} />, confirmed: <Moment at={confirmedAt} /> }}
          />
          <p lang="ja">{reason}</p>
        </Notice>
      ))}
      {problem && (
        <Notice tone="warning" title={say('lottery.round-stopped')}>
          <P k="lottery.round-stopped-text" />
        </Notice>
      )}
      <Facts
        rows={[
          [say('lottery.round-dates'), <Dates key="dates" {...dates} />],
          [
            say('lottery.round-state'),
            <strong key="state">
              <T k={status === 'cancelled' ? 'lottery.round-cancelled-state' : `lottery.round-${status}`} />
            </strong>,
          ],
          [say('lottery.round-opens'), <Moment key="opens" at={opensAt} />],
          [say('lottery.round-closes'), <Until key="closes" at={closesAt} />],
          [say('lottery.round-draws'), <Moment key="draws" at={drawAt} />],
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
        <H2 k="lottery.promise" id="promise" />
        <P k="lottery.promise-text" />
        {commitment ? (
          <Facts
            rows={[
              [say('lottery.promise-at'), <Moment key="at" at={commitment.publishedAt} />],
              [say('lottery.promise-chain'), <code key="chain">{commitment.chain.hash}</code>],
              [say('lottery.promise-beacon'), <code key="beacon">{commitment.beaconRound}</code>],
              [say('lottery.promise-fallback'), <code key="fallback">{commitment.fallbackHash}</code>],
            ]}
          />
        ) : (
          <P k="lottery.promise-later" />
        )}
      </section>
      <section aria-labelledby="freeze">
        <H2 k="lottery.freeze" id="freeze" />
        <P k="lottery.freeze-text" />
        {freeze ? (
          <Facts
            rows={[
              [say('lottery.freeze-at'), <Moment key="at" at={freeze.at} />],
              [
                say('lottery.freeze-count'),
                <T key="count" k="lottery.entries-count" p={{ count: freeze.count }} />,
              ],
              [say('lottery.check-root'), <code key="root">{freeze.root}</code>],
            ]}
          />
        ) : (
          <P k="lottery.freeze-later" />
        )}
      </section>
    </>
  )
}

type CheckProps = { readonly round: Round; readonly checkPath: string }

function Check({ round: { roundId, status, freeze, drawAt }, checkPath }: CheckProps) {
  return (
    <section aria-labelledby="check">
      <H2 k="lottery.check" id="check" />
      {status === 'published' ? (
        <>
          <P k="lottery.check-here-text" />
          <ButtonLink href={checkPath} k="lottery.check-here" />
          <P k="lottery.check-bundle-text" />
          <div class="buttons">
            <ButtonLink
              href={`/api/rounds/${roundId}/bundle`}
              kind="secondary"
              download
              k="lottery.check-bundle"
            />
          </div>
          <BundleFigures roundId={roundId} />
          <P k="lottery.check-program-text" />
          <ButtonLink href="/verify_draw.py" kind="secondary" download k="lottery.check-program" />
          <P k="lottery.check-run" />
          <pre class="commands" tabIndex={0}>
            <code>{commandFor(roundId, freeze?.root)}</code>
          </pre>
        </>
      ) : (
        <P k="lottery.check-later" p={{ at: <Moment at={drawAt} /> }} />
      )}
    </section>
  )
}

function commandFor(roundId: string, root: string | undefined): string {
  const noted = root === undefined ? '' : ` --root ${root}`
  return `python3 verify_draw.py draw-${roundId}.json${noted}`
}
