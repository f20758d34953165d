import { done, refuse } from '@asaichi/contract/define.ts'
import * as entries from '@asaichi/contract/lottery/entries.ts'
import { getBundlePart, getRound, listAuditLog, listRounds } from '@asaichi/contract/lottery/rounds.ts'
import {
  cancelRound,
  enterFor,
  getRoundsToday,
  listResults,
  redrawRound,
  resendResults,
  tryDraw,
} from '@asaichi/contract/lottery/staff.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { BUNDLE_PARTS, ENDLESS_ROUND, ENTRY, EXPLANATION, ROUND } from './lottery-documents.ts'
import { IDS, INSTANT } from './sample-documents.ts'
import { deskOnly, ownerOnly, residentOnly } from './who-may.ts'

/** Answers for lottery as its contract says: one round, one entry, and refusals by the name of the event. */
export function serveLottery(serve: Bed['serve']): void {
  serveRounds(serve)
  serveEntries(serve)
  serveDesk(serve)
}

function serveRounds(serve: Bed['serve']): void {
  serve(listRounds, ({ from, to }) => (from > to ? refuse('span-not-valid') : done({ items: [ROUND] })))
  serve(getRound, ({ cityId }) =>
    cityId === 'mitaka' ? done({ ...ROUND, entriesPerSlot: null }) : refuse('not-found'),
  )
  serve(getBundlePart, ({ roundId, part }) => {
    if (roundId === ENDLESS_ROUND) return done({ parts: 1_001, text: 'x' })
    const text = roundId === IDS.round ? BUNDLE_PARTS[part] : undefined
    return text === undefined ? refuse('not-found') : done({ parts: BUNDLE_PARTS.length, text })
  })
  serve(listAuditLog, () =>
    done({ items: [{ seq: 1, at: INSTANT, kind: 'freeze', data: '{}', previous: '0', hash: '1' }] }),
  )
}

function serveEntries(serve: Bed['serve']): void {
  const keys = new Map<string, string>()
  serve(entries.enterLottery, ({ actor, key, form }) => {
    if (actor.role !== 'resident') return refuse('not-approved', { permission: 'none' })
    const body = JSON.stringify(form)
    if ((keys.get(key) ?? body) !== body) return refuse('key-used-differently')
    keys.set(key, body)
    return refusalOf(form) ?? done(ENTRY)
  })
  serve(entries.listMyEntries, () => done({ items: [{ ...ENTRY, alike: false }], next: null }))
  serve(
    entries.getEntry,
    ({ actor }) => ownerOnly(actor) ?? done({ ...ENTRY, round: ROUND, wishCounts: [1], serverNow: INSTANT }),
  )
  serve(enterFor, ({ actor }) => {
    if (actor.role === 'resident') return refuse('not-allowed')
    return actor.cityId === 'mitaka' ? done({ ...ENTRY, enteredBy: 'staff' }) : refuse('unknown-listing')
  })
  serve(getRoundsToday, ({ actor }) =>
    actor.role === 'resident' ? refuse('not-allowed') : done({ open: 1, items: [ROUND] }),
  )
  serve(entries.withdrawEntry, ({ actor }) => residentOnly(actor) ?? done({ ...ENTRY, status: 'withdrawn' }))
  serve(entries.explainEntry, ({ actor, entryId }) => {
    if (entryId !== IDS.entry) return refuse('not-published-yet', { publishedAt: ROUND.drawAt })
    return ownerOnly(actor) ?? done(EXPLANATION)
  })
}

function refusalOf({ eventName }: entries.EntryForm) {
  switch (eventName) {
    case '早すぎる':
      return refuse('entries-not-open-yet', { opensAt: ROUND.opensAt, serverTime: INSTANT })
    case '遅すぎる':
      return refuse('entries-closed', { closedAt: ROUND.closesAt })
    case '多すぎる':
      return refuse('entry-quota-reached', { limit: 10 })
    case '希望が多すぎる':
      return refuse('too-many-wishes', { max: 3 })
    case '別の回':
      return refuse('wishes-of-different-rounds')
    case '重なる':
      return refuse('overlaps-own-entry', { entryId: IDS.entry })
    case '抽選なし':
      return refuse('no-lottery')
    default:
      return undefined
  }
}

function serveDesk(serve: Bed['serve']): void {
  serve(listResults, ({ actor, after }) => {
    if (after !== undefined) return refuse('not-published-yet', { publishedAt: ROUND.drawAt })
    return deskOnly(actor) ?? done({ items: [{ ...ENTRY, alike: false }], next: null })
  })
  serve(
    tryDraw,
    ({ actor }) => deskOnly(actor) ?? done({ entries: 3, winners: 2, contestedSlots: 1, alikeEntries: 0 }),
  )
  serve(resendResults, ({ actor }) => deskOnly(actor) ?? done({ mails: 3 }))
  serve(cancelRound, ({ actor, reason }) => {
    if (reason === '遅い') return refuse('round-over', { status: 'published' })
    return deskOnly(actor) ?? done({ ...ROUND, status: 'cancelled', cancelReason: reason })
  })
  serve(
    redrawRound,
    ({ actor }) => deskOnly(actor) ?? done({ status: 'proposed', round: { ...ROUND, status: 'drawn' } }),
  )
}
