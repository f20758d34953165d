import { GRID_MINUTES, minutesOf } from '@asaichi/calendar/grid.ts'
import { feeRate, stepFees } from '@asaichi/calendar/step-fee.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import type { FeeLine } from '@asaichi/contract/reservation/fee-lines.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'

/** Yen, and of what they are the sum where that is more than the room's price and the options. */
export type Fee = { readonly yen: number; readonly fee?: FeeLine[] }
export type Reduction = { readonly percent: number; readonly reason?: string | undefined }

type Booked = {
  readonly yen: number
  readonly fee?: readonly FeeLine[] | undefined
  readonly options?: Options | undefined
}

type Use = { readonly date: string; readonly from: string; readonly to: string }
type Options = readonly Pick<BookedOption, 'yen'>[]

/** G10: for each half hour the listing's price at the percent of the day and of the class, and the options at their own. */
export function feeOf(
  policy: Pick<CityPolicy, 'classes' | 'restDayFee'>,
  { date, from, to }: Use,
  of: {
    readonly listing: Pick<Listing, 'yenPerStep'>
    readonly classId: string | null | undefined
    readonly options: Options
  },
): Fee {
  const steps = (minutesOf(to) - minutesOf(from)) / GRID_MINUTES
  const { yenPerStep } = of.listing
  const rate = feeRate(policy, date, of.classId)
  const { onDay, own } = stepFees(yenPerStep, rate)
  const room: FeeLine[] = [{ kind: 'room', yen: steps * yenPerStep }]
  if (onDay !== yenPerStep)
    room.push({ kind: 'rest-day', percent: rate.restDayPercent, yen: steps * (onDay - yenPerStep) })
  if (rate.own && own !== onDay) {
    const { name, translations, feePercent: percent = 100 } = rate.own
    room.push({
      kind: 'class',
      name,
      ...(translations && { translations }),
      percent,
      yen: steps * (own - onDay),
    })
  }
  return summed(room, of.options)
}

/** G10: the same with this reduction in place of what was taken off before; what it takes off is rounded down to a whole yen. */
export function reduced(booking: Booked, reduction: Reduction | undefined): Fee {
  const options = booking.options ?? []
  const full = (booking.fee ?? [{ kind: 'room', yen: booking.yen - sumOf(options) } as const]).filter(
    line => line.kind !== 'reduction',
  )
  const before = sumOf(full) + sumOf(options)
  const off = Math.floor((before * (reduction?.percent ?? 0)) / 100)
  if (!reduction || off === 0) return summed(full, options)
  const { percent, reason } = reduction
  return summed(
    [...full, { kind: 'reduction', percent, ...(reason !== undefined && { reason }), yen: -off }],
    options,
  )
}

export function reductionOf({ fee }: Pick<Booked, 'fee'>): Reduction | undefined {
  return fee?.find(line => line.kind === 'reduction')
}

/** What stands on a paper: whose reason it was is nobody's who reads it. */
export function onPaper(lines: readonly FeeLine[]): FeeLine[] {
  return lines.map(line => {
    if (line.kind !== 'reduction') return line
    const { reason: _, ...rest } = line
    return rest
  })
}

function summed(lines: FeeLine[], options: Options): Fee {
  const yen = sumOf(lines) + sumOf(options)
  return lines.length === 1 ? { yen } : { yen, fee: lines }
}

function sumOf(lines: Options): number {
  return lines.reduce((sum, { yen }) => sum + yen, 0)
}
