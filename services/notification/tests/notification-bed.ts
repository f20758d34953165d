import { emit } from '@asaichi/bus/emit.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import { cityChanged, getCity } from '@asaichi/contract/catalog/city.ts'
import { done, type Event, type OutcomeOf, type Request, refuse } from '@asaichi/contract/define.ts'
import { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import {
  getConfirmationMail,
  getLoginCodeMail,
  getMemberMail,
  getPermissionMail,
  getRecipient,
} from '@asaichi/contract/identity/mail-facts.ts'
import { getWithdrawalMail } from '@asaichi/contract/identity/own-data.ts'
import { getPasswordHelpMail } from '@asaichi/contract/identity/password.ts'
import { getInvitationMail } from '@asaichi/contract/identity/team.ts'
import { getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import { getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { getInvoiceMail } from '@asaichi/contract/reservation/money.ts'
import { getPointsMail } from '@asaichi/contract/reservation/points.ts'
import { getMailFacts, reservationRequested } from '@asaichi/contract/reservation/reservation.ts'
import { getAnswersWantedMail } from '@asaichi/contract/reservation/unanswered.ts'
import { getWatchMail } from '@asaichi/contract/reservation/watches.ts'
import { CaughtMail } from '@asaichi/servers/mail-catcher/caught-mail.ts'
import { type MailCatcher, startMailCatcher } from '@asaichi/servers/mail-catcher/mail-catcher.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { type Producer, startProducer } from '@asaichi/testkit/producer.ts'
import { z } from 'zod'
import { startNotification } from '../src/start.ts'
import { FACTS } from './sample-letter.ts'

type Answer<Q extends Request> = OutcomeOf<Q>
export type ReservationFacts = z.output<(typeof getMailFacts)['output']>
export type EntryFacts = z.output<(typeof getEntryMail)['output']>

/** What the neighbours answer, by id; a test fills in what it is about. A missing one is not found. */
type Answers = {
  readonly recipients: Map<string, Answer<typeof getRecipient>>
  readonly members: Map<string, Answer<typeof getMemberMail>>
  readonly confirmations: Map<string, Answer<typeof getConfirmationMail>>
  readonly codes: Map<string, Answer<typeof getLoginCodeMail>>
  readonly invitations: Map<string, Answer<typeof getInvitationMail>>
  readonly helps: Map<string, Answer<typeof getPasswordHelpMail>>
  readonly permissions: Map<string, Answer<typeof getPermissionMail>>
  readonly reservations: Map<string, ReservationFacts>
  readonly doors: Map<string, Answer<typeof getDoorCodes>>
  readonly entries: Map<string, EntryFacts>
  readonly rounds: Map<string, Answer<typeof getRound>>
  readonly watches: Map<string, Answer<typeof getWatchMail>>
  readonly withdrawals: Map<string, Answer<typeof getWithdrawalMail>>
  /** By venue. */
  readonly wanted: Map<string, Answer<typeof getAnswersWantedMail>>
  readonly invoices: Map<string, Answer<typeof getInvoiceMail>>
  readonly points: Map<string, Answer<typeof getPointsMail>>
  /** Subjects of requests that end in a fault. */
  readonly outOfOrder: Set<string>
}

const Telling = z.enum(['identity', 'catalog', 'reservation', 'lottery', 'lock'])
type Telling = z.output<typeof Telling>

export type NotificationBed = Bed & {
  readonly catcher: MailCatcher
  readonly notification: AsyncDisposable
  readonly answers: Answers
  readonly producers: Readonly<Record<Telling, Producer>>
  readonly tell: <D extends z.ZodType>(event: Event<D>, data: z.input<D>, version?: number) => Promise<void>
  readonly mailsTo: (address: string) => Promise<readonly CaughtMail[]>
  /** The first mail to the address, waiting for it. */
  readonly mailTo: (address: string, deadlineMs?: number) => Promise<CaughtMail>
  readonly row: (subjectId: string) => Promise<MailRow>
}

export type MailRow = {
  readonly mail_id: string
  readonly kind: string
  readonly status: string
  readonly attempts: number
  readonly lease: string | null
  readonly last_error: string | null
}

const CITY: City = { ...demoCity({ cityId: 'mitaka' }), name: '三鷹市' }

/** Notification on a real bus, database and mail server, with neighbours that answer by their contract. `smtpUrl` puts something between. */
export async function startNotificationBed(
  options: { readonly smtpUrl?: (catcher: MailCatcher) => Promise<string> } = {},
): Promise<NotificationBed> {
  const stack = new AsyncDisposableStack()
  const catcher = stack.use(await startMailCatcher({ smtpPort: 0, httpPort: 0 }))
  const services = stack.use(await startBed())
  const answers = serveNeighbours(services)
  const producers = await startProducers(services, stack)
  const smtpUrl = (await options.smtpUrl?.(catcher)) ?? catcher.smtpUrl
  const notification = await services.start('notification', (config, log) =>
    startNotification(
      {
        ...config,
        SMTP_URL: smtpUrl,
        SMTP_TLS: 'required',
        MAIL_FROM: { name: 'Asaichi', address: 'no-reply@asaichi.example' },
      },
      log,
    ),
  )
  const bed: NotificationBed = {
    ...services,
    catcher,
    notification,
    answers,
    producers,
    tell: (event, data, version = 1) =>
      producers[Telling.parse(event.service)].publish(tx =>
        emit(tx, event, { aggregateId: aggregateOf(data), version, data }),
      ),
    mailsTo: address => mailsTo(catcher, address),
    mailTo: (address, deadlineMs) =>
      eventually(async () => {
        const [mail] = await mailsTo(catcher, address)
        if (!mail) throw new Error('no mail yet')
        return mail
      }, deadlineMs),
    row: async subjectId => {
      const [row] = await services.sql<MailRow>('select * from notification.mails where subject_id = $1', [
        subjectId,
      ])
      if (!row) throw new Error('no mail row yet')
      return row
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
  await bed.tell(cityChanged, { city: CITY, version: 1 })
  return bed
}

/** A resident with an address of their own. */
export function newcomer(bed: NotificationBed, name = '山田 花子') {
  const personId = newId()
  const mail = `p${personId}@example.jp`
  bed.answers.recipients.set(personId, done({ name, mail, language: 'ja' as const }))
  return { personId, mail }
}

/** A reservation of the resident that reservation would answer for; pending unless told otherwise. */
export function booking(
  bed: NotificationBed,
  personId: string,
  differences: Partial<ReservationFacts> = {},
): ReservationFacts {
  const facts: ReservationFacts = {
    ...FACTS,
    reservationId: newId(),
    personId,
    status: 'pending',
    version: 1,
    number: null,
    ...differences,
  }
  bed.answers.reservations.set(facts.reservationId, facts)
  return facts
}

export function refOf({ reservationId, personId, cityId, venueId, version }: ReservationFacts) {
  return { reservationId, personId, cityId, venueId, version }
}

/** A received application's fact, the commonest mail in bulk. */
export async function tellReceived(bed: NotificationBed, facts: ReservationFacts): Promise<void> {
  await bed.tell(reservationRequested, refOf(facts), facts.version)
}

/** A login code on its way to a new address. */
export async function tellLoginCode(bed: NotificationBed, code = '482913') {
  const challengeId = newId()
  const mail = `c${challengeId}@example.jp`
  const expiresAt = '2024-11-03T05:05:30.000Z'
  bed.answers.codes.set(
    challengeId,
    done({
      cityId: 'mitaka',
      name: '山田 花子',
      mail,
      language: 'ja' as const,
      code,
      expiresAt,
      purpose: 'login' as const,
    }),
  )
  await bed.tell(loginCodeIssued, { challengeId, expiresAt })
  return { challengeId, mail }
}

function serveNeighbours(bed: Bed): Answers {
  const answers: Answers = {
    recipients: new Map(),
    members: new Map(),
    confirmations: new Map(),
    codes: new Map(),
    invitations: new Map(),
    helps: new Map(),
    permissions: new Map(),
    reservations: new Map(),
    doors: new Map(),
    entries: new Map(),
    rounds: new Map(),
    watches: new Map(),
    withdrawals: new Map(),
    wanted: new Map(),
    invoices: new Map(),
    points: new Map(),
    outOfOrder: new Set(),
  }
  const serve: Bed['serve'] = (request, handler) =>
    bed.serve(request, input => {
      if (answers.outOfOrder.has(request.subject)) throw new Error('out of order')
      return handler(input)
    })
  serve(getMemberMail, ({ personId }) => answers.members.get(personId) ?? refuse('not-found'))
  serve(getRecipient, ({ personId }) => answers.recipients.get(personId) ?? refuse('not-found'))
  serve(
    getConfirmationMail,
    ({ registrationId }) => answers.confirmations.get(registrationId) ?? refuse('not-found'),
  )
  serve(getLoginCodeMail, ({ challengeId }) => answers.codes.get(challengeId) ?? refuse('not-found'))
  serve(getInvitationMail, ({ invitationId }) => answers.invitations.get(invitationId) ?? refuse('not-found'))
  serve(getPasswordHelpMail, ({ helpId }) => answers.helps.get(helpId) ?? refuse('not-found'))
  serve(getPermissionMail, ({ personId }) => answers.permissions.get(personId) ?? refuse('not-found'))
  serve(getMailFacts, ({ reservationId }) => {
    const facts = answers.reservations.get(reservationId)
    return facts ? done(facts) : refuse('not-found')
  })
  serve(getCity, ({ cityId }) => (cityId === CITY.cityId ? done(CITY) : refuse('not-found')))
  serve(getEntryMail, ({ entryId }) => {
    const entry = answers.entries.get(entryId)
    return entry ? done(entry) : refuse('not-found')
  })
  serve(getRound, ({ date }) => answers.rounds.get(date) ?? refuse('not-found'))
  serve(getWatchMail, ({ watchId }) => answers.watches.get(watchId) ?? refuse('not-found'))
  serve(getWithdrawalMail, ({ withdrawalId }) => answers.withdrawals.get(withdrawalId) ?? refuse('not-found'))
  serve(getAnswersWantedMail, ({ venueId }) => answers.wanted.get(venueId) ?? refuse('not-found'))
  serve(getInvoiceMail, ({ invoiceId }) => answers.invoices.get(invoiceId) ?? refuse('not-found'))
  serve(getPointsMail, ({ pointId }) => answers.points.get(pointId) ?? refuse('not-found'))
  serve(getDoorCodes, ({ reservationId, asker }) =>
    asker === 'mail' ? (answers.doors.get(reservationId) ?? refuse('not-ready')) : refuse('not-found'),
  )
  return answers
}

async function startProducers(
  bed: Bed,
  stack: AsyncDisposableStack,
): Promise<Readonly<Record<Telling, Producer>>> {
  const start = async (service: Telling) => stack.use(await startProducer(bed, service))
  return {
    identity: await start('identity'),
    catalog: await start('catalog'),
    reservation: await start('reservation'),
    lottery: await start('lottery'),
    lock: await start('lock'),
  }
}

async function mailsTo({ httpUrl }: MailCatcher, address: string): Promise<readonly CaughtMail[]> {
  const response = await fetch(`${httpUrl}/api/mails?to=${encodeURIComponent(address)}`)
  return z.object({ mails: z.array(CaughtMail) }).parse(await response.json()).mails
}

function aggregateOf(data: unknown): string {
  const ids = z.record(z.string(), z.unknown()).parse(data)
  const id =
    ids['entryId'] ??
    ids['invoiceId'] ??
    ids['reservationId'] ??
    ids['watchId'] ??
    ids['helpId'] ??
    ids['changeId'] ??
    ids['withdrawalId'] ??
    ids['personId'] ??
    ids['registrationId'] ??
    ids['challengeId']
  return typeof id === 'string' ? id : 'city'
}
