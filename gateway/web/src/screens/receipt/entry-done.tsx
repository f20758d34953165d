import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Moment, Until, When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { Facts } from '../../ui/steps/facts.tsx'

/** M19: 抽選前, until when it can be taken back, and when it is drawn. */
export function EntryDone({ entryId }: { readonly entryId: string }) {
  const entry = useApi(
    signal => api.get('/api/entries/{entryId}', { params: { entryId }, signal }),
    [entryId],
  )
  return (
    <Shown of={entry}>
      {({ status, wishes, eventName, people, closesAt, drawAt, wishCounts }) => (
        <>
          <StateCard state={stateOf('entry', status)} />
          <Facts
            rows={[
              ...wishes.map(
                (wish, index) =>
                  [nameOfWish(index, wishes.length), <Wished key={index} wish={wish} />] as const,
              ),
              [say('booking.event-name'), eventName],
              [say('booking.people'), <T key="people" k="booking.people-count" p={{ count: people }} />],
              [say('booking.lottery-draw'), <Moment key="draw" at={drawAt} />],
              [say('receipt.done-withdraw'), <Until key="closes" at={closesAt} />],
              ...(wishCounts?.[0] === undefined
                ? []
                : ([
                    [
                      say('receipt.lottery-same'),
                      <T key="count" k="receipt.lottery-own-count" p={{ count: wishCounts[0] }} />,
                    ],
                  ] as const)),
            ]}
          />
          <P k="receipt.done-lottery-mail" />
          <p class="buttons">
            <ButtonLink href={`/entries/${entryId}`} k="receipt.done-see" />
            <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
          </p>
        </>
      )}
    </Shown>
  )
}

function nameOfWish(index: number, all: number): Message {
  return all === 1 ? say('receipt.fact-wish') : say('booking.wish-number', { number: index + 1 })
}

type Wish = {
  readonly listingId: string
  readonly venueName: string
  readonly spaceName: string
  readonly date: string
  readonly from: string
  readonly to: string
}

function Wished({ wish }: { readonly wish: Wish }) {
  return (
    <>
      <PlaceName of={wish} /> <When {...wish} />
    </>
  )
}
