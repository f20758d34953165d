import type { Receipt } from '@asaichi/contract/reservation/reservation.ts'
import type { z } from 'zod'
import { bookableOf, useListing } from '../../api/bookable.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'
import { reasonKey } from '../../records/reason-key.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { PreciseMoment } from './precise-moment.tsx'

type ReceiptFacts = z.output<typeof Receipt>

/** V2: why me or why not me: the place in line, the decision, and what took the time, never who. */
export function ReceiptScreen({ params: { receiptId = '' } }: ScreenProps) {
  return (
    <Page
      title={say('receipt.receipt-title')}
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
        title={say(isAccepted ? 'receipt.receipt-accepted' : 'receipt.receipt-refused')}
      >
        {receipt.reason !== null && <P k={reasonKey(receipt.reason, 'past')} />}
      </Notice>
      <PrintSheet>
        <Facts rows={useFacts(receipt)} />
      </PrintSheet>
      <P k={receipt.rank ? 'receipt.receipt-pool' : 'receipt.receipt-fair'} />
      <p class="buttons">
        {reservationId !== null && (
          <ButtonLink href={`/reservations/${reservationId}`} k="receipt.done-see" />
        )}
        <ButtonLink
          href={availabilityPath(listingId, { date })}
          kind="secondary"
          k="receipt.nearest-calendar"
        />
      </p>
      {receipt.reason === 'taken' && <Watch receipt={receipt} />}
    </>
  )
}

function Watch({ receipt }: { readonly receipt: ReceiptFacts }) {
  const part = useLater(() => import('../shared/watch-time.tsx'), ['availability'])
  return part ? <part.WatchTime wanted={receipt} /> : null
}

function useFacts(receipt: ReceiptFacts): readonly (readonly [Message, preact.ComponentChildren])[] {
  const { value } = useListing(receipt.listingId)
  const room = value && bookableOf(value)
  const { place: turn, rank, decidedAt, blocker, receiptId } = receipt
  return [
    ...(room
      ? [
          [
            say('booking.fact-place'),
            <>
              <OwnText of={room.venue} field="name" /> <OwnText of={room.listing} field="name" />
            </>,
          ] as const,
        ]
      : []),
    [say('booking.fact-when'), <When key="when" {...receipt} />],
    [say('receipt.fact-turn'), <T key="turn" k="receipt.turn" p={{ turn }} />],
    ...(rank
      ? [
          [
            say('receipt.fact-rank'),
            <span key="rank" class="receipt-id">
              {rank}
            </span>,
          ] as const,
        ]
      : []),
    [say('receipt.fact-decided-at'), <PreciseMoment key="at" at={decidedAt} />],
    ...(blocker
      ? [
          [say('receipt.fact-blocker'), <T key="blocker" k={`receipt.blocker-${blocker.kind}`} />] as const,
          [say('receipt.fact-blocked-since'), <PreciseMoment key="since" at={blocker.since} />] as const,
        ]
      : []),
    [
      say('receipt.fact-receipt'),
      <span key="id" class="receipt-id">
        {receiptId}
      </span>,
    ],
  ]
}
