import type { TimeOfDay } from '@asaichi/contract/time.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { P, Span, T, useText } from '../../i18n/text.tsx'
import {
  endChoices,
  type RangeLimits,
  rangeFrom,
  type Slot,
  startChoices,
  type TimeRange,
  tapped,
} from '../../lib/range.ts'

const OWN = '☆'
const SIGNS = { o: '○', x: '×', h: '休', r: '…' } as const

type Props = {
  readonly id: string
  readonly slots: readonly Slot[]
  readonly limits: RangeLimits
  readonly range: TimeRange | undefined
  readonly onChange: (range: TimeRange | undefined) => void
  /** What a free slot is called: 空き, or 申込みできます in a lottery. */
  readonly freeText?: Key
}

/** R6: half hours to tap, and two boxes that always say the same and are the way without a pointer. */
export function SlotList(props: Props) {
  const t = useText()
  return (
    <div class="slots" id={props.id} tabIndex={-1} role="group" aria-label={t('calendar.slots-legend')}>
      <P k="calendar.range-hint" class="field__hint" />
      <ul class="slots__list">
        {props.slots.map(slot => (
          <li key={slot.from}>
            <SlotItem slot={slot} {...props} />
          </li>
        ))}
      </ul>
      <RangeSelects {...props} />
      <RangeStatus range={props.range} />
    </div>
  )
}

function SlotItem({
  slot,
  slots,
  limits,
  range,
  onChange,
  freeText = 'calendar.slot-o',
}: Props & { readonly slot: Slot }) {
  const language = useLanguage()
  const isChosen = range !== undefined && slot.from >= range.from && slot.to <= range.to
  const word = isChosen ? 'calendar.slot-selected' : wordOf(slot, freeText)
  const content = (
    <>
      <span class="slots__time">{timesText(slot.from, slot.to, language)}</span>
      <span class="slots__word">
        <span aria-hidden="true">{isChosen ? '●' : slot.own ? OWN : SIGNS[slot.mark]}</span> <T k={word} />
      </span>
    </>
  )
  if (slot.mark !== 'o') return <span class="slots__slot slots__slot--taken">{content}</span>
  return (
    <button
      type="button"
      class="slots__slot"
      aria-pressed={isChosen}
      onClick={() => onChange(tapped(slots, range, { at: slot.from, limits }))}
    >
      {content}
    </button>
  )
}

function wordOf({ mark, own }: Slot, freeText: Key): Key {
  if (own === true) return 'calendar.slot-own'
  return mark === 'o' ? freeText : `calendar.slot-${mark}`
}

/** The two boxes alone, for forms without a list. */
export function RangeSelects({ id, slots, limits, range, onChange }: Omit<Props, 'freeText'>) {
  const ends = range ? endChoices(slots, range.from, limits) : []
  return (
    <div class="range-selects">
      <TimeSelect
        id={`${id}-from`}
        label="common.range-from"
        times={startChoices(slots, limits)}
        value={range?.from}
        onChange={from => onChange(from === undefined ? undefined : keptEnd(slots, { from, range, limits }))}
      />
      <TimeSelect
        id={`${id}-to`}
        label="common.range-to"
        times={ends}
        value={range?.to}
        onChange={to => range && to !== undefined && onChange({ from: range.from, to })}
      />
    </div>
  )
}

type Kept = { readonly from: TimeOfDay; readonly range: TimeRange | undefined; readonly limits: RangeLimits }

// Another start keeps the end that was chosen where it is still possible.
function keptEnd(slots: readonly Slot[], { from, range, limits }: Kept): TimeRange | undefined {
  const to = range?.to
  if (to !== undefined && endChoices(slots, from, limits).includes(to)) return { from, to }
  return rangeFrom(slots, from, limits)
}

type TimeSelectProps = {
  readonly id: string
  readonly label: Key
  readonly times: readonly TimeOfDay[]
  readonly value: TimeOfDay | undefined
  readonly onChange: (time: TimeOfDay | undefined) => void
}

function TimeSelect({ id, label, times, value, onChange }: TimeSelectProps) {
  const t = useText()
  return (
    <label for={id}>
      <Span k={label} />
      <select
        id={id}
        class="input"
        value={value ?? ''}
        onChange={event => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{t('common.range-choose')}</option>
        {times.map(time => (
          <option key={time} value={time}>
            {time}
          </option>
        ))}
      </select>
    </label>
  )
}

function RangeStatus({ range }: { readonly range: TimeRange | undefined }) {
  const language = useLanguage()
  return (
    <p class="slots__status" role="status">
      {range ? (
        <T k="calendar.range-chosen" p={{ times: timesText(range.from, range.to, language) }} />
      ) : (
        <T k="calendar.range-none" />
      )}
    </p>
  )
}
