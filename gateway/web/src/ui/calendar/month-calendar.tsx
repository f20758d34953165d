import { monthDates, weekday } from '@asaichi/calendar/local-date.ts'
import type { LocalDate } from '@asaichi/contract/time.ts'
import { useId } from 'preact/hooks'
import { weekdayMarks } from '../../i18n/dates.ts'
import { MonthText } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { Ruby, T, useText } from '../../i18n/text.tsx'
import { Button } from '../button.tsx'

const DAY_MARKS = {
  free: '○',
  few: '△',
  full: '×',
  lottery: '抽',
  holiday: '休',
  outside: '－',
} as const
export type DayMark = keyof typeof DAY_MARKS

type Props = {
  readonly month: string
  /** Mark of each date; one that is missing is `outside`. `holiday` and `outside` cannot be chosen, `full` can. */
  readonly marks: Readonly<Record<LocalDate, DayMark>>
  readonly holidays: readonly LocalDate[]
  readonly selected: LocalDate | undefined
  readonly onSelect: (date: LocalDate) => void
  readonly onMonth: (months: -1 | 1) => void
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  /** Id of the list of times, for the link that skips the calendar. */
  readonly timesId: string
}

/** M22: a table of buttons named by what can be read in them; the month is announced when it changes. */
export function MonthCalendar(props: Props) {
  const id = useId()
  return (
    <div class="calendar">
      <a class="skip-link skip-link--inline" href={`#${props.timesId}`}>
        <T k="calendar.calendar-skip" />
      </a>
      <div class="calendar__head">
        <Button
          kind="secondary"
          size="small"
          disabled={!props.hasPrevious}
          onClick={() => props.onMonth(-1)}
          k="calendar.calendar-previous"
        />
        <h3 id={id} class="calendar__month" aria-live="polite">
          <MonthText month={props.month} />
        </h3>
        <Button
          kind="secondary"
          size="small"
          disabled={!props.hasNext}
          onClick={() => props.onMonth(1)}
          k="calendar.calendar-next"
        />
      </div>
      <table class="calendar__table" aria-labelledby={id}>
        <Head />
        <tbody>
          {weeksOf(props.month).map((week, index) => (
            <tr key={index}>
              {week.map((date, column) => (
                <td key={date ?? column}>{date && <DayCell date={date} {...props} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayLegend />
    </div>
  )
}

function Head() {
  const days = weekdayMarks(useLanguage())
  return (
    <thead>
      <tr>
        {days.map(({ short }, index) => (
          <th key={index} scope="col" class={`calendar__weekday calendar__weekday--${index}`}>
            <Ruby text={short} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

type CellProps = Pick<Props, 'marks' | 'holidays' | 'selected' | 'onSelect'> & { readonly date: LocalDate }

function DayCell({ date, marks, holidays, selected, onSelect }: CellProps) {
  const t = useText()
  const days = weekdayMarks(useLanguage())
  const mark = marks[date] ?? 'outside'
  const isHoliday = holidays.includes(date)
  const content = (
    <>
      <span class="calendar__day">
        {Number(date.slice(8))}
        {isHoliday && (
          <span class="calendar__holiday" aria-hidden="true">
            {t('calendar.holiday-sign')}
          </span>
        )}
      </span>
      <span class={`calendar__mark calendar__mark--${mark}`} aria-hidden="true">
        {DAY_MARKS[mark]}
      </span>
      <span class="visually-hidden">
        {` ${days[weekdayIndex(date)]?.full ?? ''} ${isHoliday ? `${t('calendar.national-holiday')} ` : ''}${t(`calendar.day-${mark}`)}`}
      </span>
    </>
  )
  if (mark === 'holiday' || mark === 'outside') return <span class="calendar__cell">{content}</span>
  return (
    <button
      type="button"
      class="calendar__cell calendar__cell--button"
      aria-pressed={date === selected}
      onClick={() => onSelect(date)}
    >
      {content}
    </button>
  )
}

/** The meaning of the signs, always in sight. */
function DayLegend() {
  const t = useText()
  const marks = Object.keys(DAY_MARKS) as readonly DayMark[]
  return (
    <ul class="legend" aria-label={t('calendar.calendar-legend')}>
      {marks.map(mark => (
        <li key={mark}>
          <span class={`calendar__mark calendar__mark--${mark}`} aria-hidden="true">
            {DAY_MARKS[mark]}
          </span>{' '}
          <T k={`calendar.day-${mark}`} />
        </li>
      ))}
    </ul>
  )
}

const ORDER = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

function weekdayIndex(date: LocalDate): number {
  return ORDER.indexOf(weekday(date))
}

function weeksOf(month: string): readonly (readonly (LocalDate | undefined)[])[] {
  const dates = monthDates(month)
  const blanks = Array.from({ length: weekdayIndex(`${month}-01`) }, () => undefined)
  const cells = [...blanks, ...dates]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_cell, day) => cells[week * 7 + day]),
  )
}
