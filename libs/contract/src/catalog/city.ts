import { z } from 'zod'
import { Actor, Language } from '../actor.ts'
import { bare, notFound, request, snapshot } from '../define.ts'
import { CityId } from '../ids.ts'
import { INSTALLATION } from '../installation.ts'
import { line as filledLine, MailAddress, PublicLine, PublicText, WebLink } from '../text.ts'
import { TimeOfDay } from '../time.ts'
import { translations } from '../translations.ts'
import { RestDayFee } from './fees.ts'
import { HeadcountRules } from './headcount.ts'
import { HoldRules } from './holds.ts'
import { OfficeClosure } from './hours.ts'
import { MoneyRules } from './money.ts'
import { MunicipalityCode } from './open-data.ts'
import { PointRules } from './points.ts'
import { Purposes } from './purposes.ts'
import { ServiceStop } from './service-stop.ts'
import { UserClasses } from './user-class.ts'

/** Days counted back from each use date. */
const RollingLottery = z
  .object({
    kind: z.literal('rolling'),
    opensDaysBefore: z.int().min(1).max(400),
    closesDaysBefore: z.int().min(1).max(400).describe('the last day on which entries are taken, to its end'),
    drawDaysBefore: z.int().min(1).max(400),
    drawTime: TimeOfDay,
  })
  .refine(
    days => days.opensDaysBefore >= days.closesDaysBefore && days.closesDaysBefore > days.drawDaysBefore,
    'entries open, then close, and only on a later day are drawn',
  )

/** 29 to 31 mean the last day of a month that is shorter. */
const DayOfMonth = z.int().min(1).max(31)

/**
 * One round for all use dates of a month. Its days are read in order from `monthsBefore` months ahead: a day not after the one
 * before it lies in the following month (15th, 28th, 1st).
 */
const MonthlyLottery = z.object({
  kind: z.literal('monthly'),
  monthsBefore: z.int().min(1).max(12),
  opensDay: DayOfMonth,
  closesDay: DayOfMonth.describe('the last day on which entries are taken, to its end'),
  drawDay: DayOfMonth,
  drawTime: TimeOfDay,
  firstComeDay: DayOfMonth.optional().describe(
    'first come opens this day at `firstCome.opensTime`; without it, at the moment of the draw',
  ),
})

/** G2: what a city's lottery allows unless it says otherwise. */
export const USUAL_DRAW = {
  entriesPerMonth: 10,
  winsPerMonth: 4,
  winsPerDay: 4,
  maxWishes: 1,
  showCounts: true,
  confirmDays: null,
} as const

/** S10, M17, M18, M21: when entries, the draw and first-come happen, relative to the use date. */
export const WindowPolicy = z.object({
  lottery: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    RollingLottery,
    MonthlyLottery,
  ]),
  firstCome: z.object({
    opensDaysBefore: z.int().min(0).max(400).describe('not read under a monthly lottery'),
    opensTime: TimeOfDay,
    closesOfficeDaysBefore: z.int().min(0).max(60).describe('0 is the use date'),
  }),
  closedDays: z
    .enum(['as-is', 'next-office-day'])
    .describe('a draw or opening on a day the city hall is shut: kept, or moved to the next office day'),
  officeClosures: z
    .array(OfficeClosure)
    .max(5)
    .describe('days the city hall is shut every year, 12-29 to 01-03 for most'),
})
export type WindowPolicy = z.infer<typeof WindowPolicy>

/** Section 4 of the rules: what each city sets for itself. */
export const CityPolicy = z.object({
  loginKinds: z.array(z.enum(['mail', 'member-number'])).min(1),
  windows: WindowPolicy,
  quota: z
    .object({
      liveReservations: z.int().min(0).nullable(),
      hoursADay: z.int().min(1).max(24).optional().describe('in all venues together; left out = no limit'),
    })
    .describe('G2; null = no limit'),
  /** G2, G7: what the lottery allows; null = no limit, no confirming. */
  draw: z
    .object({
      entriesPerMonth: z.int().min(0).nullable(),
      winsPerMonth: z.int().min(0).nullable(),
      winsPerDay: z.int().min(1),
      maxWishes: z.int().min(1).max(10),
      showCounts: z.boolean(),
      confirmDays: z.int().min(1).max(60).nullable(),
    })
    .default({ ...USUAL_DRAW }),
  /** G4: 'next-opening' waits for the next opening time of day, and inside `soonDays` for a random moment of the next hour. */
  reopening: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('at-once') }),
    z.object({ kind: z.literal('next-opening'), soonDays: z.int().min(0).max(30) }),
  ]),
  /** G3: whether one person may hold bookings whose times overlap, everywhere or in rooms of one venue only; left out = no. */
  overlapAllowed: z.union([z.boolean(), z.literal('same-venue')]).optional(),
  /**
   * G6: presses of the first seconds after an opening are ordered by published chance; left out = by arrival. Two at least,
   * because a desk may believe for one what it saw before.
   */
  openingPool: z.object({ seconds: z.int().min(2).max(30) }).optional(),
  /** M29, M30: whether a booking can be moved in one flow; left out = no. */
  moveAllowed: z.boolean().optional(),
  /** M30: whether a moved booking stays approved; left out = 'again', it is asked for once more. One that only gets shorter stays approved. */
  moveApproval: z.enum(['again', 'kept']).optional(),
  /** M14: invoices for what costs something; left out = the city asks for its fees outside of this. */
  money: MoneyRules.optional(),
  /** G8: points for late cancels and for staying away, and a ban; left out = nobody is given any, and none holds. */
  points: PointRules.optional(),
  /** G10, G11: the classes of its people and groups; left out = everybody is of one. */
  classes: UserClasses.optional(),
  /** G10: use on days of rest; left out = it costs what it costs on other days. */
  restDayFee: RestDayFee.optional(),
  /** G14: when residents read and do not act, as at the year's end; left out = never. */
  serviceStops: z.array(ServiceStop).max(20).optional(),
  /** M24: what a resident says the use is for, one of these; left out = it is not asked. */
  purposes: Purposes.optional(),
  /** G15: how many people came, by kind, asked after the use; left out = it is not asked. */
  headcount: HeadcountRules.optional(),
  /** M9: whether who works for the city must log in with an app's code (RFC 6238); left out = no, a mailed code is enough. */
  staffAppRequired: z.boolean().optional(),
  /** P7: more than this needs a second person; left out = 200 hours of rooms. */
  holds: HoldRules.optional(),
  /** G12 */
  approval: z.enum(['staff', 'automatic']),
  /** Mail N: so many days before its use an application without an answer is told to the office; left out = never. */
  answerWarning: z.object({ days: z.int().min(1).max(30) }).optional(),
  doorMinutes: z.object({ before: z.int().min(0).max(720), after: z.int().min(0).max(720) }).describe('G9'),
  codeDigits: z.int().min(4).max(10),
  termsVersion: z.string().max(40),
})
export type CityPolicy = z.infer<typeof CityPolicy>

const MapLink = WebLink.refine(
  link => /^https:\/\/[^/{}]+\//.test(link) && link.includes('{latitude}') && link.includes('{longitude}'),
  'a map link is https and says where {latitude} and {longitude} go',
)

export const City = z.object({
  cityId: CityId.refine(id => id !== INSTALLATION, 'this id is kept for those who run the installation'),
  name: z.string().max(60),
  zone: z.literal('Asia/Tokyo'),
  policy: CityPolicy,
  office: z.object({
    name: PublicLine,
    address: PublicLine,
    phone: PublicLine,
    sms: PublicLine.nullable(),
    hours: PublicLine,
    url: WebLink,
    mail: MailAddress,
    translations: translations(z.object({ name: PublicLine, hours: PublicLine })),
  }),
  /** S7 */
  links: z
    .array(
      z.object({
        title: PublicLine,
        url: WebLink,
        translations: translations(z.object({ title: PublicLine })),
      }),
    )
    .max(20),
  /** M10: a map page, `{latitude}` and `{longitude}` where they go; left out = the map of the reader's own device (`geo:`). */
  mapLink: MapLink.optional(),
  termsText: PublicText,
  /** M4 */
  privacyText: PublicText.optional(),
  languages: z.array(Language).min(1).optional(),
  /** For the city's open data, which it does not publish without (docs/open-data.md). */
  openData: z
    .object({ municipalityCode: MunicipalityCode, prefecture: z.string().max(10), licence: PublicLine })
    .optional(),
  translations: translations(
    z.object({ name: z.string().max(60), termsText: PublicText, privacyText: PublicText }),
  ),
})
export type City = z.infer<typeof City>

export const adminOnly = { 'not-allowed': bare }

export const listCities = request('catalog.call.list-cities.v1', {
  input: z.object({}),
  output: z.object({ items: z.array(City) }),
  refusals: {},
})

export const getCity = request('catalog.call.get-city.v1', {
  input: z.object({ cityId: CityId }),
  output: City,
  refusals: notFound,
})

const OfficeOfNew = City.shape.office.omit({ sms: true, translations: true })

/** What an operator says of a new city. All else begins as usual, with no lottery and no halls, and is its admins' to set. */
export const createCity = request('catalog.call.create-city.v1', {
  input: z.object({
    actor: Actor,
    cityId: City.shape.cityId,
    name: filledLine(60),
    office: OfficeOfNew.extend({
      name: filledLine(400),
      address: filledLine(400),
      phone: filledLine(400),
      hours: filledLine(400),
    }),
  }),
  output: City,
  refusals: { ...adminOnly, 'id-taken': z.object({ kind: z.literal('city'), id: CityId }) },
})

/** Venues and cities are put whole; the version grows with each change. The demo loader calls with `actor: 'system'`. */
export const Writer = z.union([Actor, z.literal('system')])

export const putCity = request('catalog.call.put-city.v1', {
  input: z.object({ actor: Writer, city: City }),
  output: z.object({ version: z.int() }),
  refusals: adminOnly,
})

/** Catalogue facts are public, so these events carry the whole document; listeners keep the newest version. */
export const cityChanged = snapshot(
  'catalog.event.city-changed.v1',
  z.object({ city: City, version: z.int() }),
)
