import { timeOf } from '@asaichi/calendar/grid.ts'
import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import type { Result } from '../../api/result.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { useApi } from '../../api/use-api.ts'
import { type Form, useForm } from '../../forms/use-form.ts'
import { type Message, say } from '../../i18n/message.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { Checkbox, RadioGroup, Select } from '../../ui/form/choice.tsx'
import { NumberField, TextField } from '../../ui/form/text-field.tsx'
import { type SearchValues, searchErrors, searchPath, searchValues, suggestedDays } from './search-query.ts'

type Answer = Result<object, { readonly code: ProblemCode; readonly detail: string }>
type Fields = { readonly form: Form<SearchValues, Answer> }

const BAND_OPTIONS = [
  { value: 'any', label: say('places.band-any') },
  { value: 'morning', label: say('places.band-morning') },
  { value: 'afternoon', label: say('places.band-afternoon') },
  { value: 'evening', label: say('places.band-evening') },
  { value: 'own', label: say('places.band-own') },
]
const HALF_HOURS = Array.from({ length: 35 }, (_, index) => timeOf((index + 13) * 30))
const TIME_OPTIONS = HALF_HOURS.map(time => ({ value: time, label: time }))

/** What people book; a length of an address that is none of these stands among them. */
const LENGTHS = [30, 60, 90, 120, 180, 240, 300, 360, 480]

type Props = { readonly cityId: string; readonly today: string }

/** R3: what is wanted; nothing is required when only facilities are looked for. */
export function SearchForm({ cityId, today }: Props) {
  const search = useSearch()
  const [, navigate] = useLocation()
  const asked = searchValues(search)
  const isFree = new URLSearchParams(search).has('free')
  const form = useForm<SearchValues, Answer>({
    initial: isFree && asked.from === '' ? { ...asked, ...suggestedDays(today) } : asked,
    validate: values => searchErrors(values, today),
    submit: values => {
      navigate(searchPath(values))
      return Promise.resolve<Answer>({ status: 'ok', value: {}, etag: undefined })
    },
  })
  return (
    <form class="search-form no-print" role="search" onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <WhenFields form={form} />
      <WhatFields form={form} cityId={cityId} />
      <SubmitButton busy={form.busy} k="places.search-do" />
    </form>
  )
}

function WhenFields({ form }: Fields) {
  return (
    <>
      <div class="search-form__pair">
        <TextField
          type="date"
          label={say('places.search-from')}
          hint={say('places.search-from-hint')}
          optional
          {...form.field('from')}
        />
        <TextField
          type="date"
          label={say('places.search-to')}
          hint={say('places.search-to-hint')}
          optional
          {...form.field('to')}
        />
      </div>
      {form.values.from !== '' && (
        <>
          <RadioGroup label={say('places.search-band')} options={BAND_OPTIONS} {...form.field('band')} />
          {form.values.band === 'own' && (
            <div class="search-form__pair">
              <Select
                label={say('places.search-time-from')}
                options={TIME_OPTIONS}
                {...form.field('timeFrom')}
              />
              <Select label={say('places.search-time-to')} options={TIME_OPTIONS} {...form.field('timeTo')} />
            </div>
          )}
          <Select
            label={say('places.search-minutes')}
            hint={say('places.search-minutes-hint')}
            options={lengthOptions(form.values.minutes)}
            {...form.field('minutes')}
          />
        </>
      )}
    </>
  )
}

function lengthOptions(wanted: string) {
  const lengths = new Set([...LENGTHS, ...(wanted === '' ? [] : [Number(wanted)])])
  return [...lengths]
    .sort((one, other) => one - other)
    .map(length => ({ value: String(length), label: lengthText(length) }))
}

function lengthText(length: number): Message {
  const [hours, minutes] = [Math.floor(length / 60), length % 60]
  if (hours === 0) return say('places.length-minutes', { minutes })
  return minutes === 0 ? say('places.length-hours', { hours }) : say('places.length-both', { hours, minutes })
}

function WhatFields({ form, cityId }: Fields & { readonly cityId: string }) {
  const terms = useApi(
    signal => api.get('/api/cities/{cityId}/search-terms', { params: { cityId }, signal }),
    [cityId],
  )
  const { purposes = [], areas = [], equipment = [] } = terms.value ?? {}
  return (
    <>
      <div class="search-form__pair">
        <Select
          label={say('places.search-purpose')}
          optional
          options={choices(purposes)}
          {...form.field('purpose')}
        />
        <NumberField label={say('places.search-people')} optional size={5} {...form.field('people')} />
        <Select label={say('places.search-area')} optional options={choices(areas)} {...form.field('area')} />
        <Select
          label={say('places.search-equipment')}
          optional
          options={choices(equipment)}
          {...form.field('equipment')}
        />
      </div>
      <Checkbox label={say('places.search-step-free')} optional {...form.field('stepFree')} />
    </>
  )
}

function choices(words: readonly string[]) {
  return [
    { value: '', label: say('places.search-any') },
    ...words.map(word => ({ value: word, label: word })),
  ]
}
