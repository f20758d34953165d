import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../api/client.ts'
import { OwnText } from '../i18n/own-text.tsx'
import type { Worded } from '../i18n/own-words.ts'
import type { RecordedDoor, RecordedPlace } from './recorded.ts'

export function TranslatedPlace({ of }: { readonly of: RecordedPlace }) {
  const venue = useVenue(of)
  const space = venue?.spaces.find(one => one.listings.some(({ listingId }) => listingId === of.listingId))
  return (
    <>
      <OwnText of={wordsOf(of.venueName, venue)} field="name" />{' '}
      <OwnText of={wordsOf(of.spaceName, space)} field="name" />
    </>
  )
}

export function TranslatedDoor({ of }: { readonly of: RecordedDoor }) {
  const door = useVenue(of)?.doors.find(({ lockId }) => lockId === of.lockId)
  return <OwnText of={wordsOf(of.doorName, door)} field="name" />
}

// What has another name by now is not translated: the new name is not what the record says.
function wordsOf(recorded: string, known: Worded<'name'> | undefined): Worded<'name'> {
  return known?.name === recorded ? known : { name: recorded }
}

type Where = { readonly venueId?: string | undefined; readonly listingId?: string | undefined }

function useVenue({ venueId, listingId }: Where): Venue | undefined {
  const [venue, setVenue] = useState<Venue>()
  useEffect(() => {
    let isThere = true
    void venueOf({ venueId, listingId }).then(found => {
      if (isThere) setVenue(found)
    })
    return () => {
      isThere = false
    }
  }, [venueId, listingId])
  return venue
}

const asked = new Map<string, Promise<Venue | undefined>>()

/** Asked once for all the records of a page; after a failure, again by the next page. */
function venueOf({ venueId = '', listingId = '' }: Where): Promise<Venue | undefined> {
  const key = venueId === '' ? `listing ${listingId}` : venueId
  const answer = asked.get(key) ?? (venueId === '' ? askByListing(listingId) : askById(venueId))
  asked.set(key, answer)
  void answer.then(venue => {
    if (!venue) asked.delete(key)
  })
  return answer
}

async function askById(venueId: string): Promise<Venue | undefined> {
  const answer = await api.get('/api/venues/{venueId}', { params: { venueId } })
  return answer.status === 'ok' ? answer.value : undefined
}

// An entry's wish names its room alone.
async function askByListing(listingId: string): Promise<Venue | undefined> {
  const answer = await api.get('/api/listings/{listingId}', { params: { listingId } })
  return answer.status === 'ok' ? answer.value.venue : undefined
}
