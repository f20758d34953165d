import type { Venue } from '@asaichi/contract/catalog/venue.ts'

const DAYS = { mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日' } as const
type Day = keyof typeof DAYS
const ORDER: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export type HoursWords = {
  readonly weekdays: string
  readonly opens: string
  readonly closes: string
  readonly exceptions: string
}

/** The open data have room for one pair of hours: the commonest; other days, holidays and closures are told in words. */
export function hoursWords({ hours, closures }: Pick<Venue, 'hours' | 'closures'>): HoursWords {
  const open = ORDER.flatMap(day => {
    const own = hours[day]
    return own === 'closed' ? [] : [{ day, span: `${own.opens}-${own.closes}` }]
  })
  const [usual = ''] = [...Map.groupBy(open, ({ span }) => span)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([span]) => span)
  const [opens = '', closes = ''] = usual.split('-')
  const others = open.filter(({ span }) => span !== usual).map(({ day, span }) => `${DAYS[day]}曜日 ${span}`)
  const holiday =
    hours.holiday === 'closed' ? '祝日 休館' : `祝日 ${hours.holiday.opens}-${hours.holiday.closes}`
  const isUsual =
    hours.holiday !== 'closed' && `${opens}-${closes}` === `${hours.holiday.opens}-${hours.holiday.closes}`
  const shut = closures.map(({ from, to, reason }) =>
    `休館 ${from === to ? from : `${from}から${to}まで`} ${reason}`.trim(),
  )
  return {
    weekdays: open.map(({ day }) => DAYS[day]).join(''),
    opens,
    closes,
    exceptions: [...others, ...(isUsual ? [] : [holiday]), ...shut].join('；'),
  }
}
