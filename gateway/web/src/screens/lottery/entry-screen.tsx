import { Moment, Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { entryPath, roundPath } from '../own/paths.ts'
import { EntryFacts } from './entry-facts.tsx'
import { Gaps } from './gaps.tsx'
import { canWithdraw, type EntryDetails, useEntry } from './use-entry.ts'
import { WonBooking } from './won-booking.tsx'

/** R12's after, M19, M20: an entry before the draw, and what it came to. */
export function EntryScreen({ params: { entryId = '' } }: ScreenProps) {
  return (
    <Page
      title={say('lottery.entry-title')}
      screen="R12"
      crumbs={[{ href: '/my?tab=draws', label: say('common.nav-my') }]}
    >
      <NeedsLogin>{() => <Loaded entryId={entryId} />}</NeedsLogin>
    </Page>
  )
}

function Loaded({ entryId }: { readonly entryId: string }) {
  const shown = useEntry(entryId)
  return <Shown of={shown}>{entry => <Details entry={entry} />}</Shown>
}

function Details({ entry }: { readonly entry: EntryDetails }) {
  const { status, entryId, round, reservationId } = entry
  const isTold = status === 'won' || status === 'lost'
  return (
    <>
      <StateCard state={stateOf('entry', status)}>
        <Deadlines entry={entry} />
        <WhyVoid entry={entry} />
      </StateCard>
      <RoundTrouble entry={entry} />
      {status === 'won' && reservationId !== null && <WonBooking reservationId={reservationId} />}
      {(status === 'lost' || status === 'void') && <Gaps entry={entry} />}
      <section aria-labelledby="entry-facts">
        <H2 k="lottery.entry-facts" id="entry-facts" />
        <EntryFacts entry={entry} />
        {canWithdraw(entry) && (
          <ButtonLink href={entryPath(entryId, '/withdraw')} kind="secondary" k="lottery.to-withdraw" />
        )}
      </section>
      {isTold && <Why entryId={entryId} />}
      <p>
        <TextLink href={roundPath(round.cityId, round.dates.first)} k="lottery.to-round" />
      </p>
    </>
  )
}

/** M20: what a win met that could not be placed. */
function WhyVoid({ entry: { voidBecause } }: { readonly entry: EntryDetails }) {
  if (!voidBecause) return null
  if (voidBecause === 'city-use') return <P k="lottery.void-city-use" />
  if (voidBecause === 'closure') return <P k="lottery.void-closure" />
  return <P k="lottery.void-taken" />
}

function Deadlines({ entry }: { readonly entry: EntryDetails }) {
  const { status, closesAt, drawAt } = entry
  if (status !== 'entered') return null
  return (
    <>
      <P k="own.draw-at" p={{ at: <Moment at={drawAt} /> }} />
      <p>
        {canWithdraw(entry) ? (
          <T k="lottery.withdraw-by" p={{ at: <Until at={closesAt} /> }} />
        ) : (
          <T k="lottery.entries-are-closed" />
        )}
      </p>
      <P k="lottery.no-first-served" />
    </>
  )
}

/** A67: a list that changed after its close is not drawn; the city decides and says why. */
function RoundTrouble({ entry: { round } }: { readonly entry: EntryDetails }) {
  if (round.status === 'cancelled')
    return (
      <Notice tone="warning" title={say('lottery.round-cancelled')}>
        {round.cancelReason !== null && <p lang="ja">{round.cancelReason}</p>}
      </Notice>
    )
  if (!round.problem) return null
  return (
    <Notice tone="warning" title={say('lottery.round-stopped')}>
      <P k="lottery.round-stopped-text" />
    </Notice>
  )
}

// After the draw only, with the words of checking it.
function Why(props: { readonly entryId: string }) {
  const part = useLater(() => import('./explanation.tsx'), ['verify'])
  return part ? <part.Explanation {...props} /> : <Loading />
}
