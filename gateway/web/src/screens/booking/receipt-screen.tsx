import type { Receipt } from '@asaichi/contract/reservation.ts'
import type { z } from 'zod'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { roomOf, useListing } from '../availability/room.tsx'
import { PreciseMoment } from './precise-moment.tsx'

type ReceiptFacts = z.output<typeof Receipt>

/** V2: why me or why not me: the place in line, the decision, and what took the time, never who. */
export function ReceiptScreen({ params: { receiptId = '' } }: ScreenProps) {
  return (
    <Page
      title={say('booking.receipt-title')}
      screen="R13"
      crumbs={[{ href: '/my', label: say('common.nav-my') }]}
    >
      <NeedsLogin>{() => <ReceiptOf receiptId={receiptId} />}</NeedsLogin>
    </Page>
  )
}

function ReceiptOf({ receiptId }: { readonly receiptId: string }) {
  const receipt = useApi(
    signal => api.get('/api/receipts/{receiptId}', { params: { receiptId }, signal }),
    [receiptId],
  )
  return <Shown of={receipt}>{value => <ReceiptSheet receipt={value} />}</Shown>
}

function ReceiptSheet({ receipt }: { readonly receipt: ReceiptFacts }) {
  const { outcome, reservationId, listingId, date } = receipt
  const isAccepted = outcome === 'accepted'
  return (
    <>
      <Notice
        tone={isAccepted ? 'success' : 'warning'}
        title={say(isAccepted ? 'booking.receipt-accepted' : 'booking.receipt-refused')}
      >
        {!isAccepted && (
          <p>
            <T k={reasonKey(receipt.reason)} />
          </p>
        )}
      </Notice>
      <PrintSheet>
        <Facts rows={useFacts(receipt)} />
      </PrintSheet>
      <p>
        <T k="booking.receipt-fair" />
      </p>
      <p class="buttons">
        {reservationId !== null && (
          <ButtonLink href={`/reservations/${reservationId}`}>
            <T k="booking.done-see" />
          </ButtonLink>
        )}
        <ButtonLink href={availabilityPath(listingId, { date })} kind="secondary">
          <T k="booking.nearest-calendar" />
        </ButtonLink>
      </p>
    </>
  )
}

function useFacts(receipt: ReceiptFacts): readonly (readonly [Message, preact.ComponentChildren])[] {
  const { value } = useListing(receipt.listingId)
  const room = value && roomOf(value)
  const { place, decidedAt, blocker, receiptId } = receipt
  return [
    ...(room
      ? [
          [
            say('booking.fact-place'),
            <span key="place" lang="ja">{`${room.venue.name} ${room.listing.name}`}</span>,
          ] as const,
        ]
      : []),
    [say('booking.fact-when'), <When key="when" {...receipt} />],
    [say('booking.fact-place-in-line'), <T key="line" k="booking.place-in-line" p={{ place }} />],
    [say('booking.fact-decided-at'), <PreciseMoment key="at" at={decidedAt} />],
    ...(blocker
      ? [
          [say('booking.fact-blocker'), <T key="blocker" k={`booking.blocker-${blocker.kind}`} />] as const,
          [say('booking.fact-blocked-since'), <PreciseMoment key="since" at={blocker.since} />] as const,
        ]
      : []),
    [
      say('booking.fact-receipt'),
      <span key="id" class="receipt-id">
        {receiptId}
      </span>,
    ],
  ]
}

const REASONS: Readonly<Record<string, Key>> = {
  'not-approved': 'booking.reason-not-approved',
  'not-open-yet': 'booking.reason-not-open-yet',
  'draw-in-progress': 'booking.reason-draw-in-progress',
  closed: 'booking.reason-closed',
  'outside-hours': 'booking.reason-outside-hours',
  'off-grid': 'booking.reason-off-grid',
  'too-short': 'booking.reason-too-short',
  'people-out-of-range': 'booking.reason-people',
  'terms-not-accepted': 'booking.reason-terms',
  'guardian-needed': 'problems.guardian-needed',
  'wrong-listing': 'problems.wrong-listing',
  'quota-reached': 'booking.reason-quota',
  taken: 'booking.reason-taken',
}

function reasonKey(code: string | null): Key {
  return REASONS[code ?? ''] ?? 'booking.reason-other'
}
