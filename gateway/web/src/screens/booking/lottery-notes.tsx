import { overlaps } from '@asaichi/calendar/grid.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import { Moment, Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import type { ApplicationProps } from './application-props.ts'
import { useRound } from './use-round.ts'

type Props = ApplicationProps & { readonly city: City | undefined }

/** R12, M18: when it is drawn, that early entries have no advantage, and how many there are where the city shows it. */
export function LotteryNotes({ room, wanted, day }: Props) {
  const round = useRound(room.venue.cityId, wanted.date)
  if (!day.lottery) return null
  const ids = room.space.listings.map(listing => listing.listingId)
  const counted = round.value?.entriesPerSlot
    ?.filter(slot => slot.date === wanted.date && ids.includes(slot.listingId) && overlaps(slot, wanted))
    .reduce((sum, slot) => sum + slot.entries, 0)
  return (
    <div class="lottery-notes">
      <P k="press.lottery-not-first" />
      <Facts
        rows={[
          [say('press.lottery-closes'), <Until key="closes" at={day.lottery.closesAt} />],
          [say('booking.lottery-draw'), <Moment key="draw" at={day.lottery.drawAt} />],
          ...(counted === undefined
            ? []
            : ([
                [
                  say('press.lottery-entries'),
                  <T key="count" k="press.lottery-count" p={{ count: counted }} />,
                ],
              ] as const)),
        ]}
      />
    </div>
  )
}
