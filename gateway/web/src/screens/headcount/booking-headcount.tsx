import type { Headcount, HeadcountOfBooking } from '@asaichi/contract/reservation/headcount.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import { Moment, Until } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { P, T } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { HeadcountForm } from './headcount-form.tsx'

type Props = {
  readonly of: Reservation & HeadcountOfBooking
  readonly heading?: 'h2' | 'h4'
  readonly onChanged: () => void
}

/** R16, T4: the numbers as they were written, and the form as long as its reader may write them. */
export function BookingHeadcount({ of: reservation, heading: Heading = 'h2', onChanged }: Props) {
  const { headcount, headcountAsked: asked } = reservation
  const [corrects, setCorrects] = useState(false)
  if (!headcount && !asked) return null
  return (
    <section aria-labelledby="headcount">
      <Heading id="headcount">
        <T k="headcount.title" />
      </Heading>
      {headcount && <Written headcount={headcount} />}
      {asked && headcount && !corrects && (
        <Button kind="secondary" onClick={() => setCorrects(true)} k="headcount.correct" />
      )}
      {asked && (!headcount || corrects) && (
        <>
          <P k="headcount.lead" p={{ until: <Until at={asked.until} /> }} />
          <HeadcountForm
            reservation={reservation}
            kinds={asked.kinds}
            onStale={onChanged}
            onDone={() => {
              setCorrects(false)
              onChanged()
            }}
          />
        </>
      )}
    </section>
  )
}

function Written({ headcount: { kinds, writtenAt, by } }: { readonly headcount: Headcount }) {
  const language = useLanguage()
  return (
    <div role="status">
      <Facts
        rows={[
          ...kinds.map(
            kind =>
              [
                ownWords(kind, 'name', language).text,
                <T key="people" k="headcount.count" p={{ count: kind.people }} />,
              ] as const,
          ),
          [
            say('headcount.total'),
            <T
              key="total"
              k="headcount.count"
              p={{ count: kinds.reduce((sum, { people }) => sum + people, 0) }}
            />,
          ],
        ]}
      />
      <P k={`headcount.by-${by}`} p={{ at: <Moment at={writtenAt} /> }} class="soft" />
    </div>
  )
}
