import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { writtenFacts } from '../shared/written-facts.tsx'
import type { EntryDetails } from './use-entry.ts'

/** M19: what was wished for, in order, with the number of others where the city shows it. */
export function EntryFacts({ entry }: { readonly entry: EntryDetails }) {
  const { wishes, wishCounts } = entry
  return (
    <Facts
      rows={[
        ...wishes.map(
          (wish, index) =>
            [
              wishes.length === 1 ? say('lottery.wish') : say('lottery.wish-number', { number: index + 1 }),
              <Wish key={index} wish={wish} count={wishCounts?.[index]} />,
            ] as const,
        ),
        ...writtenFacts(entry),
      ]}
    />
  )
}

type WishProps = { readonly wish: EntryDetails['wishes'][number]; readonly count: number | undefined }

function Wish({ wish, count }: WishProps) {
  return (
    <>
      <When {...wish} />
      <br />
      <PlaceName of={wish} />
      {count !== undefined && (
        <>
          <br />
          <T k="lottery.wish-count" p={{ count }} />
        </>
      )}
    </>
  )
}
