import { cityChanged, getCity, listCities, putCity } from '@asaichi/contract/catalog/city.ts'
import { applyCity } from '@asaichi/contract/catalog/city-file.ts'
import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { getVenue, putVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import type { Event, Request, Service } from '@asaichi/contract/define.ts'
import { importPerson } from '@asaichi/contract/identity/account.ts'
import { importPeople } from '@asaichi/contract/identity/import.ts'
import { getMailChangeCode, getMailChangeNotice } from '@asaichi/contract/identity/mail-change.ts'
import * as identityMails from '@asaichi/contract/identity/mail-facts.ts'
import { getWithdrawalMail, personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { getPasswordHelpMail } from '@asaichi/contract/identity/password.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listOwnAccounts } from '@asaichi/contract/identity/staff.ts'
import { getInvitationMail, inviteOperator } from '@asaichi/contract/identity/team.ts'
import { changeDevice, getDevice } from '@asaichi/contract/lock/device.ts'
import { getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import { getEmergencyUseMail } from '@asaichi/contract/lock/emergency.ts'
import { staffActed as doorActed } from '@asaichi/contract/lock/staff.ts'
import { staffActed as entryActed, getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import { weighEntrant } from '@asaichi/contract/lottery/own-data.ts'
import { getRound, getWinners } from '@asaichi/contract/lottery/rounds.ts'
import { staffActed as tellingActed } from '@asaichi/contract/notification/mails.ts'
import { getInvoiceMail } from '@asaichi/contract/reservation/money.ts'
import { weighPerson } from '@asaichi/contract/reservation/own-data.ts'
import { getBan, getPointsMail } from '@asaichi/contract/reservation/points.ts'
import { staffActed as bookingActed, getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import { getAnswersWantedMail } from '@asaichi/contract/reservation/unanswered.ts'
import { getWatchMail } from '@asaichi/contract/reservation/watches.ts'
import { weighVenue } from '@asaichi/contract/reservation/weigh-venue.ts'
import {
  ALL_SERVICES,
  listParkedOf,
  progressOf,
  replayOutboxOf,
  replayParkedOf,
  setTownClock,
} from '@asaichi/contract/town/town.ts'
import { z } from 'zod'

/** All of a service, one fact of it, or some. */
export type Heard = Service | Event | readonly [Event, ...Event[]]

/** What a party does on the bus. Whatever follows from it is permitted (permissions.ts), and nothing else is. */
export type Doings = {
  /** Answers every request of this service; one with an outbox tells every fact of it, too. */
  readonly speaksFor?: Service
  /** Hears every fact of these services; where facts are named, the others of their service do not even wake it. */
  readonly hears?: readonly Heard[]
  /** Asks these requests; `for-people`: all but those that only others ask. */
  readonly asks?: 'for-people' | readonly Request[]
  readonly tellsTheTime?: true
  /** Sets up streams and consumers. Whoever may do that may do anything (docs/decisions/bus-permissions.md). */
  readonly keepsStreams?: true
}

// What a mail says is asked when it is sent; nobody else may read it together with its address and its codes.
const FOR_MAILS: readonly Request[] = [
  identityMails.getRecipient,
  identityMails.getMemberMail,
  identityMails.getConfirmationMail,
  identityMails.getLoginCodeMail,
  identityMails.getPermissionMail,
  getPasswordHelpMail,
  getMailChangeCode,
  getMailChangeNotice,
  getInvitationMail,
  getWithdrawalMail,
  getMailFacts,
  getAnswersWantedMail,
  getWatchMail,
  getInvoiceMail,
  getPointsMail,
  getEntryMail,
  getEmergencyUseMail,
]
const BY_IDENTITY: readonly Request[] = [weighPerson, weighEntrant]
const BY_RESERVATION: readonly Request[] = [getWinners, listOwnAccounts]
const BY_LOTTERY: readonly Request[] = [getBan]
const BY_OPERATORS: readonly Request[] = [
  putCity,
  putVenue,
  applyCity,
  importPerson,
  importPeople,
  inviteOperator,
  changeDevice,
  getDevice,
  ...ALL_SERVICES.flatMap(service => [listParkedOf(service), replayParkedOf(service)]),
]
const PROGRESS: readonly Request[] = ALL_SERVICES.map(progressOf)

/**
 * Who is on the bus. A new request for people needs no line here: its owner may answer it and the front door ask it. A request
 * that a process inside asks is named in the line of that process.
 */
export const PARTIES = {
  identity: {
    speaksFor: 'identity',
    hears: [cityChanged, doorActed, entryActed, tellingActed, bookingActed],
    asks: BY_IDENTITY,
  },
  catalog: { speaksFor: 'catalog', hears: ['reservation', personWithdrawn] },
  reservation: {
    speaksFor: 'reservation',
    hears: ['catalog', [permissionChanged, personWithdrawn], 'lottery'],
    asks: BY_RESERVATION,
  },
  lottery: {
    speaksFor: 'lottery',
    hears: ['catalog', [permissionChanged, personWithdrawn], 'reservation'],
    asks: BY_LOTTERY,
  },
  notification: {
    speaksFor: 'notification',
    hears: ['catalog', 'identity', 'lock', 'lottery', 'reservation'],
    asks: [...FOR_MAILS, getCity, getRound, getVenue, getDoorCodes],
  },
  lock: { speaksFor: 'lock', hears: ['catalog', 'reservation'] },
  'gateway-api': { asks: 'for-people' },
  /** Demo and tests. */
  clock: { speaksFor: 'town', asks: PROGRESS, tellsTheTime: true },
  /** Demo and tests. */
  beacon: {},
  /** Somebody at the machine: `npm run parked`, `npm run city`, and what brings in the demo. */
  operator: {
    asks: [
      ...BY_OPERATORS,
      ...PROGRESS,
      weighVenue,
      publishNotice,
      setTownClock,
      getCity,
      listCities,
      searchVenues,
    ],
  },
  keeper: { keepsStreams: true },
} as const satisfies Record<string, Doings>

export function producerOf(heard: Heard): Service {
  if (typeof heard === 'string') return heard
  return 'service' in heard ? heard.service : heard[0].service
}

/** The facts that are named; none where all of a service are heard. */
export function factsOf(heard: Heard): readonly Event[] {
  if (typeof heard === 'string') return []
  return 'service' in heard ? [heard] : heard
}

/** Those of a town; the tester is in tests alone, where one process plays several. */
export type TownParty = keyof typeof PARTIES
export type Party = TownParty | 'tester'
export const TOWN_PARTIES: readonly TownParty[] = z
  .array(z.enum(Object.keys(PARTIES) as TownParty[]))
  .parse(Object.keys(PARTIES))
export const ALL_PARTIES: readonly Party[] = [...TOWN_PARTIES, 'tester']

/** Requests that the front door never asks, whoever it speaks for. */
export const INSIDE: readonly Request[] = [
  ...FOR_MAILS,
  ...BY_OPERATORS,
  ...ALL_SERVICES.map(replayOutboxOf),
  ...BY_IDENTITY,
  ...BY_RESERVATION,
  ...BY_LOTTERY,
]
