import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { timesText } from '../../i18n/dates.ts'
import { Day } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { H3, P, T } from '../../i18n/text.tsx'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const
const NAMES: Readonly<Record<(typeof DAYS)[number], Key>> = {
  mon: 'places.day-mon',
  tue: 'places.day-tue',
  wed: 'places.day-wed',
  thu: 'places.day-thu',
  fri: 'places.day-fri',
  sat: 'places.day-sat',
  sun: 'places.day-sun',
  holiday: 'places.day-holiday',
}

/** M11: the hours of every weekday, for no two need be the same. */
export function WeekHours({ hours }: { readonly hours: Venue['hours'] }) {
  const language = useLanguage()
  return (
    <>
      <table class="week-hours">
        <caption>
          <T k="places.hours-caption" />
        </caption>
        <tbody>
          {DAYS.map(day => {
            const times = hours[day]
            return (
              <tr key={day}>
                <th scope="row">
                  <T k={NAMES[day]} />
                </th>
                <td>
                  {times === 'closed' ? (
                    <T k="places.closed-day" />
                  ) : (
                    timesText(times.opens, times.closes, language)
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <P k={hours.holidayRule === 'holiday-wins' ? 'places.holiday-wins' : 'places.weekday-wins'} />
    </>
  )
}

type ClosuresProps = { readonly closures: Venue['closures']; readonly today: string | undefined }

/** M11: closures that still lie ahead. */
export function Closures({ closures, today }: ClosuresProps) {
  if (today === undefined) return null
  const ahead = closures.filter(({ to }) => to >= today)
  return (
    <>
      <H3 k="places.closures-title" />
      {ahead.length === 0 ? (
        <P k="places.closures-none" />
      ) : (
        <ul>
          {ahead.map(({ from, to, reason }) => (
            <li key={from}>
              <Day date={from} />
              {to !== from && (
                <>
                  {' '}
                  <T k="places.until-day" p={{ day: <Day date={to} /> }} />
                </>
              )}
              ：<span lang="ja">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
