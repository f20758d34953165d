import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import type { ComponentChildren } from 'preact'
import { type Bookable, bookableOf, useListing } from '../../api/bookable.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Money } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { type Message, say } from '../../i18n/message.ts'
import { OwnLines, OwnText } from '../../i18n/own-text.tsx'
import { ownWords } from '../../i18n/own-words.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { NotFoundScreen } from '../errors/not-found-screen.tsx'
import { Address } from './address.tsx'
import { FavouriteButton } from './favourite-button.tsx'
import { SampleNote } from './sample-note.tsx'

/** R5, M16: one room as it is booked here; a room that costs nothing shows no word of payment (M14). */
export function ListingScreen({ params: { listingId = '' } }: ScreenProps) {
  const language = useLanguage()
  const found = useListing(listingId)
  usePageCity(found.value?.venue.cityId)
  if (found.problem?.code === 'not-found') return <NotFoundScreen />
  const room = found.value && bookableOf(found.value)
  const crumbs = room
    ? [{ href: `/venues/${room.venue.venueId}`, label: ownWords(room.venue, 'name', language).text }]
    : []
  return (
    <Page
      key={String(room !== undefined)}
      title={room ? ownWords(room.listing, 'name', language).text : say('places.room-title')}
      screen="R5"
      crumbs={crumbs}
    >
      <Shown of={found}>{() => room && <RoomBody {...room} />}</Shown>
    </Page>
  )
}

function RoomBody({ venue, space, listing }: Bookable) {
  return (
    <>
      <div class="buttons no-print">
        <ButtonLink href={availabilityPath(listing.listingId)} size="large" k="places.see-free-times" />
      </div>
      <FavouriteButton of={{ kind: 'listing', id: listing.listingId }} />
      <section aria-labelledby="room">
        <H2 k="places.room-about" id="room" />
        <Facts rows={factsOf(venue, space)} />
      </section>
      <Equipment space={space} />
      <section aria-labelledby="rules">
        <H2 k="places.room-rules" id="rules" />
        <Facts rows={rulesOf(space)} />
        <P k="places.code-stops" />
      </section>
      {listing.yenPerStep > 0 && <Fee listing={listing} />}
      <OtherListings space={space} listing={listing} />
      <SampleNote facts={space.sample} />
      <div class="no-print">
        <Button kind="secondary" onClick={() => print()} k="common.print" />
      </div>
    </>
  )
}

type Row = readonly [Message, ComponentChildren]

function factsOf(venue: Venue, space: Space): readonly Row[] {
  const { floor, areaM2, ceilingM, internet, stepFree, purposes } = space
  const parts = venue.spaces.filter(({ spaceId }) => space.parts.includes(spaceId))
  return [
    [say('places.address'), <Address key="address" venue={venue} />],
    [say('places.capacity'), <T key="people" k="places.people-most" p={{ count: space.capacity }} />],
    ...(floor === null
      ? []
      : [[say('places.floor'), <OwnText key="floor" of={{ ...space, floor }} field="floor" />] as const]),
    [
      say('places.area'),
      areaM2 === null ? (
        <Unknown key="area" />
      ) : (
        <T key="area" k="places.square-metres" p={{ count: areaM2 }} />
      ),
    ],
    [
      say('places.ceiling'),
      ceilingM === null ? (
        <Unknown key="ceiling" />
      ) : (
        <T key="ceiling" k="places.metres" p={{ count: ceilingM }} />
      ),
    ],
    [say('places.internet'), <YesNo key="internet" is={internet} />],
    ...(stepFree === undefined
      ? []
      : [[say('places.step-free'), <YesNo key="step-free" is={stepFree} />] as const]),
    ...(purposes.length === 0 ? [] : [japanese('places.purposes', purposes.join('、'))]),
    ...(parts.length === 0 ? [] : [[say('places.parts'), <Parts key="parts" parts={parts} />] as const]),
    [say('places.shortest'), <T key="shortest" k="places.minutes" p={{ count: space.minMinutes }} />],
  ]
}

function Parts({ parts }: { readonly parts: readonly Space[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <span key={part.spaceId}>
          {index > 0 && '・'}
          <OwnText of={part} field="name" />
        </span>
      ))}
    </>
  )
}

function rulesOf(space: Space): readonly Row[] {
  const { foodRule, tidyRule } = space
  return [
    [
      say('places.food-rule'),
      foodRule === null ? (
        <Unknown key="food" />
      ) : (
        <OwnText key="food" of={{ ...space, foodRule }} field="foodRule" as="sentence" />
      ),
    ],
    [
      say('places.tidy-rule'),
      tidyRule === null ? (
        <Unknown key="tidy" />
      ) : (
        <OwnText key="tidy" of={{ ...space, tidyRule }} field="tidyRule" as="sentence" />
      ),
    ],
  ]
}

function japanese(name: Key, text: string): Row {
  return [say(name), <Ja key={name} text={text} />]
}

function Ja({ text }: { readonly text: string }) {
  return <OwnText of={{ text }} field="text" as="sentence" />
}

function Unknown() {
  return <T k="places.ask-office" />
}

function YesNo({ is }: { readonly is: boolean | null }) {
  if (is === null) return <Unknown />
  return <T k={is ? 'places.yes' : 'places.no'} />
}

function Equipment({ space: { equipment } }: { readonly space: Space }) {
  if (equipment.length === 0) return null
  return (
    <section aria-labelledby="equipment">
      <H2 k="places.equipment" id="equipment" />
      <ul class="equipment">
        {equipment.map(({ name, count }, index) => (
          <li key={name}>
            <OwnText of={{ name }} field="name" as={index === equipment.length - 1 ? 'sentence' : 'name'} />
            {count !== null && (
              <>
                {' '}
                <T k="places.equipment-count" p={{ count }} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fee({ listing }: { readonly listing: Listing }) {
  const { termsText } = listing
  return (
    <section aria-labelledby="fee">
      <H2 k="places.fee-title" id="fee" />
      <P k="places.fee-per-step" p={{ fee: <Money yen={listing.yenPerStep} /> }} />
      {termsText !== null && <OwnLines of={{ ...listing, termsText }} field="termsText" />}
    </section>
  )
}

/** M14: who came by the wrong way finds the other one. */
function OtherListings({ space, listing }: Omit<Bookable, 'venue'>) {
  const others = space.listings.filter(({ listingId }) => listingId !== listing.listingId)
  if (others.length === 0) return null
  return (
    <section class="no-print" aria-labelledby="other">
      <H2 k="places.other-ways" id="other" />
      <ul class="link-list">
        {others.map(other => (
          <li key={other.listingId}>
            <TextLink
              href={`/listings/${other.listingId}`}
              k={other.use === 'paid-event' ? 'places.other-paid' : 'places.other-free'}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
