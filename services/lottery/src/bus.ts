import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import * as entries from '@asaichi/contract/lottery/entries.ts'
import { weighEntrant as weighEntrantRequest } from '@asaichi/contract/lottery/own-data.ts'
import * as rounds from '@asaichi/contract/lottery/rounds.ts'
import * as staff from '@asaichi/contract/lottery/staff.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { winnersPlaced, winnerTurnedAway } from '@asaichi/contract/reservation/winners.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context, Draws } from './context.ts'
import { Explanations } from './explanations.ts'
import { keepVenue } from './store/copies.ts'
import type { Tables } from './store/schema.ts'
import { cancelRound } from './verbs/cancel-round.ts'
import { closeRound } from './verbs/close-round.ts'
import { enterFor } from './verbs/enter-for.ts'
import { enterLottery } from './verbs/enter-lottery.ts'
import { explainEntry } from './verbs/explain-entry.ts'
import { forgetPerson } from './verbs/forget-person.ts'
import { getBundlePart } from './verbs/get-bundle-part.ts'
import { getEntry } from './verbs/get-entry.ts'
import { getEntryMail } from './verbs/get-entry-mail.ts'
import { getRound } from './verbs/get-round.ts'
import { getRoundsToday } from './verbs/get-rounds-today.ts'
import { getWinners } from './verbs/get-winners.ts'
import { keepCity } from './verbs/keep-city.ts'
import { keepHeldTimes, releaseHeldTime } from './verbs/keep-held-times.ts'
import { keepPermission } from './verbs/keep-permission.ts'
import { keepPlacements, keepTurnedAway } from './verbs/keep-placement.ts'
import { listAuditLog } from './verbs/list-audit-log.ts'
import { listMyEntries } from './verbs/list-my-entries.ts'
import { listResults } from './verbs/list-results.ts'
import { listRounds } from './verbs/list-rounds.ts'
import { openRound } from './verbs/open-round.ts'
import { planRounds } from './verbs/plan-rounds.ts'
import { publishRound, tellFirstResults } from './verbs/publish-round.ts'
import { redrawRound } from './verbs/redraw-round.ts'
import { resendResults } from './verbs/resend-results.ts'
import { tryDraw } from './verbs/try-draw.ts'
import { wantDraw } from './verbs/want-draw.ts'
import { weighEntrant } from './verbs/weigh-entrant.ts'
import { withdrawEntry } from './verbs/withdraw-entry.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach({ bus, db }: Context, draws: Draws): void {
  const explanations = new Explanations(db)
  bus.serve(entries.enterLottery, input => enterLottery({ db, call: bus.call }, input))
  bus.serve(staff.enterFor, input => enterFor({ db, call: bus.call }, input))
  bus.serve(entries.getEntry, input => getEntry(db, input))
  bus.serve(staff.getRoundsToday, input => getRoundsToday(db, input))
  bus.serve(entries.withdrawEntry, input => withdrawEntry(db, input))
  bus.serve(entries.listMyEntries, input => listMyEntries(db, input))
  bus.serve(entries.explainEntry, input => explainEntry(db, explanations, input))
  bus.serve(rounds.listRounds, input => listRounds(db, input))
  bus.serve(rounds.getRound, input => getRound(db, input))
  bus.serve(rounds.getBundlePart, input => getBundlePart(db, input))
  bus.serve(rounds.getWinners, input => getWinners(db, input))
  bus.serve(entries.getEntryMail, input => getEntryMail(db, input))
  bus.serve(staff.listResults, input => listResults(db, input))
  bus.serve(staff.tryDraw, input => tryDraw(db, input))
  bus.serve(staff.resendResults, input => resendResults(db, input))
  bus.serve(staff.cancelRound, input => cancelRound(db, input))
  bus.serve(staff.redrawRound, input => redrawRound(db, draws, input))
  bus.serve(weighEntrantRequest, input => weighEntrant(db, input))
  bus.serve(rounds.listAuditLog, input => listAuditLog(db, input))
  bus.listen('catalog', [
    on(cityChanged, (tx, fact) => keepCity(tx, fact.data)),
    on(venueChanged, (tx, { data }) => keepVenue(tx, data.venue, data.version)),
  ])
  bus.listen('identity', [
    on(permissionChanged, (tx, { data, version }) => keepPermission(tx, data, version)),
    on(personWithdrawn, (tx, { data }) => forgetPerson(tx, data)),
  ])
  bus.listen('reservation', [
    on(winnersPlaced, (tx, { data }) => keepPlacements(tx, data.winners)),
    on(winnerTurnedAway, (tx, { data }) => keepTurnedAway(tx, data)),
    on(spacesOccupied, (tx, { data }) => keepHeldTimes(tx, data)),
    on(spaceReleased, (tx, { data }) => releaseHeldTime(tx, data)),
  ])
}

export function dueHandlers(draws: Draws): Readonly<Record<string, DueHandler<Tables>>> {
  return {
    'plan-rounds': (tx, { key }) => planRounds(tx, key),
    'open-round': (tx, { key }) => openRound(tx, draws, key),
    'close-round': (tx, { key }) => closeRound(tx, draws, key),
    'draw-round': (tx, { key }) => wantDraw(tx, key),
    'publish-round': (tx, { key }) => publishRound(tx, draws, key),
    'tell-results': (tx, { key }) => tellFirstResults(tx, key),
  }
}
