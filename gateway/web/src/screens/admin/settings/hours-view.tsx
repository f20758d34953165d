import { slotTimes } from '@asaichi/calendar/grid.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { Say, T, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { isFields } from './document.ts'
import type { Question } from './question.ts'
import { QuestionSet } from './question-set.tsx'
import type { Scope } from './scope.ts'

type Props = { readonly question: Extract<Question, { readonly kind: 'hours' }>; readonly scope: Scope }

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const
type Day = (typeof DAYS)[number]
const TIMES = [...slotTimes('00:00', '24:00'), '24:00']
const USUAL = { opens: '09:00', closes: '21:00' } as const

/** M11: a row for each day of the week and one for holidays; a day without hours is the weekly closing. */
export function HoursView({ question, scope }: Props) {
  const { path } = question
  const toAll = () => {
    const monday = scope.get(`${path}.mon`)
    for (const day of ['tue', 'wed', 'thu', 'fri'] as const) scope.set(`${path}.${day}`, monday)
  }
  return (
    <QuestionSet question={question} scope={scope}>
      {DAYS.map(day => (
        <DayRow key={day} path={`${path}.${day}`} day={day} scope={scope} />
      ))}
      <Button kind="secondary" size="small" onClick={toAll} k="admin.set-hours-to-weekdays" />
    </QuestionSet>
  )
}

type RowProps = { readonly path: string; readonly day: Day; readonly scope: Scope }

function DayRow({ path, day, scope }: RowProps) {
  const t = useText()
  const value = scope.get(path)
  const name = t(NAMES[day])
  const error = scope.error(path)
  const id = `f-${scope.at(path)}`
  return (
    <div class="day-row" role="group" aria-label={name} id={id} tabIndex={-1}>
      <span class="day-row__name">
        <T k={NAMES[day]} />
      </span>
      <label class="choice">
        <input
          type="checkbox"
          checked={value === 'closed'}
          onChange={event => scope.set(path, event.currentTarget.checked ? 'closed' : USUAL)}
        />
        <span>
          <T k="admin.set-hours-closed" />
        </span>
      </label>
      {isFields(value) && (
        <span class="day-row__times">
          <TimeSelect
            name={`${name} ${t('admin.set-hours-opens')}`}
            value={value['opens']}
            onChange={opens => scope.set(path, { ...value, opens })}
          />
          <T k="admin.set-hours-to" />
          <TimeSelect
            name={`${name} ${t('admin.set-hours-closes')}`}
            value={value['closes']}
            onChange={closes => scope.set(path, { ...value, closes })}
          />
        </span>
      )}
      {error !== undefined && (
        <p class="field__error">
          <Say message={error} />
        </p>
      )}
    </div>
  )
}

type SelectProps = {
  readonly name: string
  readonly value: unknown
  readonly onChange: (time: string) => void
}

function TimeSelect({ name, value, onChange }: SelectProps) {
  return (
    <select
      class="input input--select"
      aria-label={name}
      value={String(value)}
      onChange={event => onChange(event.currentTarget.value)}
    >
      {TIMES.map(time => (
        <option key={time} value={time}>
          {time}
        </option>
      ))}
    </select>
  )
}

const NAMES: Readonly<Record<Day, Key>> = {
  mon: 'admin.set-day-mon',
  tue: 'admin.set-day-tue',
  wed: 'admin.set-day-wed',
  thu: 'admin.set-day-thu',
  fri: 'admin.set-day-fri',
  sat: 'admin.set-day-sat',
  sun: 'admin.set-day-sun',
  holiday: 'admin.set-day-holiday',
}
