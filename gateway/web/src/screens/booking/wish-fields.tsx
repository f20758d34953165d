import { datesBetween } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Wish } from '@asaichi/contract/lottery/wish.ts'
import type { FieldProps } from '../../forms/use-form.ts'
import { plain } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { P } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { RangeSelects } from '../../ui/calendar/slot-list.tsx'
import { Select } from '../../ui/form/choice.tsx'
import { FieldError } from '../../ui/form/field.tsx'
import { Fieldset } from '../../ui/form/fieldset.tsx'
import { slotsOfDay, useMonth } from '../availability/listing/use-month.ts'
import type { ApplicationProps } from './application-props.ts'
import { useRound } from './use-round.ts'

type Props = ApplicationProps & {
  readonly city: City
  readonly field: FieldProps<readonly Wish[]>
}

/** M19: further wishes in order of preference, all of one draw, where the city takes more than one. */
export function WishFields(props: Props) {
  const { city, wanted, field } = props
  const round = useRound(city.cityId, wanted.date)
  const most = city.policy.draw.maxWishes - 1
  const dates = round.value ? datesBetween(round.value.dates.first, round.value.dates.last) : [wanted.date]
  const change = (index: number, wish: Wish) =>
    field.onChange(field.value.map((before, at) => (at === index ? wish : before)))
  return (
    <div id={field.id} tabIndex={-1} class="wishes">
      <P k="press.wishes-text" p={{ max: most + 1 }} />
      <FieldError id={field.id} error={field.error} />
      {field.value.slice(0, most).map((wish, index) => (
        <WishField
          key={index}
          {...props}
          number={index + 2}
          wish={wish}
          dates={dates}
          onChange={next => change(index, next)}
        />
      ))}
      <p class="buttons">
        {field.value.length < most && (
          <Button
            kind="secondary"
            onClick={() =>
              field.onChange([
                ...field.value,
                { listingId: wanted.listingId, date: wanted.date, from: '', to: '' },
              ])
            }
            k="press.wish-add"
            p={{ number: field.value.length + 2 }}
          />
        )}
        {field.value.length > 0 && (
          <Button
            kind="text"
            onClick={() => field.onChange(field.value.slice(0, -1))}
            k="press.wish-remove"
            p={{ number: field.value.length + 1 }}
          />
        )}
      </p>
    </div>
  )
}

type OneProps = Props & {
  readonly number: number
  readonly wish: Wish
  readonly dates: readonly string[]
  readonly onChange: (wish: Wish) => void
}

function WishField({ room, field, number, wish, dates, onChange }: OneProps) {
  const language = useLanguage()
  const month = useMonth(wish.listingId, (wish.date || dates[0] || '').slice(0, 7))
  const day = month.value?.days.find(one => one.d === wish.date)
  const space = room.venue.spaces.find(one => one.listings.some(each => each.listingId === wish.listingId))
  const rooms = room.venue.spaces.flatMap(one => one.listings.filter(each => each.use === room.listing.use))
  const id = `${field.id}-${number}`
  return (
    <Fieldset id={id} label={say('booking.wish-number', { number })}>
      <Select
        id={`${id}-room`}
        name={`${field.name}-${number}-room`}
        label={say('common.room')}
        error={undefined}
        value={wish.listingId}
        options={rooms.map(one => ({ value: one.listingId, label: ownWords(one, 'name', language).text }))}
        onChange={listingId => onChange({ ...wish, listingId, from: '', to: '' })}
      />
      <Select
        id={`${id}-date`}
        name={`${field.name}-${number}-date`}
        label={say('press.wish-date')}
        error={undefined}
        value={wish.date}
        options={dates.map(date => ({ value: date, label: plain.day(date, language) }))}
        onChange={date => onChange({ ...wish, date, from: '', to: '' })}
      />
      <RangeSelects
        id={id}
        slots={slotsOfDay(day)}
        limits={{ minMinutes: space?.minMinutes ?? 30 }}
        range={wish.from === '' ? undefined : wish}
        onChange={range => onChange({ ...wish, from: range?.from ?? '', to: range?.to ?? '' })}
      />
    </Fieldset>
  )
}
