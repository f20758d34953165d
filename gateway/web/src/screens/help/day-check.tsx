import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useOwnClass } from '../../api/own-class.ts'
import type { Result } from '../../api/result.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { useForm } from '../../forms/use-form.ts'
import { Day, Moment, Until } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { Li, T } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/form/choice.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { availabilityPath } from '../availability/paths.ts'

type Asked = { readonly listingId: string; readonly date: string }
type Answer = Result<object, { readonly code: ProblemCode; readonly detail: string }>

/** M31: whether one day of one room can be asked for now, and if not, when. */
export function DayCheck({ cityId }: { readonly cityId: string }) {
  const [asked, setAsked] = useState<Asked>()
  const rooms = useRooms(cityId)
  const form = useForm<Asked, Answer>({
    initial: { listingId: '', date: '' },
    validate: ({ listingId, date }) => [
      ...(listingId === ''
        ? [{ field: 'listingId' as const, message: say('help.day-check-room-missing') }]
        : []),
      ...(isLocalDate(date) ? [] : [{ field: 'date' as const, message: say('help.day-check-date-missing') }]),
    ],
    submit: values => {
      setAsked(values)
      return Promise.resolve<Answer>({ status: 'ok', value: {}, etag: undefined })
    },
  })
  return (
    <>
      <form class="no-print" onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <div class="search-form__pair">
          <Select label={say('help.day-check-room')} options={rooms} {...form.field('listingId')} />
          <TextField type="date" label={say('help.day-check-date')} {...form.field('date')} />
        </div>
        <Button type="submit" kind="secondary" k="help.day-check-do" />
      </form>
      {asked && <DayAnswer key={`${asked.listingId} ${asked.date}`} {...asked} />}
    </>
  )
}

function useRooms(cityId: string) {
  const language = useLanguage()
  const venues = useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, signal }),
    [cityId],
  )
  return (venues.value?.items ?? []).flatMap(venue =>
    venue.spaces.flatMap(({ listings }) =>
      listings.map(listing => ({
        value: listing.listingId,
        label: [venue, listing].map(one => ownWords(one, 'name', language).text).join(' '),
      })),
    ),
  )
}

function DayAnswer({ listingId, date }: Asked) {
  const query = useOwnClass()
  const day = useApi(
    signal =>
      api.get('/api/listings/{listingId}/days/{date}', { params: { listingId, date }, query, signal }),
    [listingId, date, query.classId],
  )
  const now = useServerNow(30_000)
  return (
    <div aria-live="polite">
      <Shown of={day}>
        {value => now !== undefined && <Windows day={value} now={new Date(now).toISOString()} />}
      </Shown>
    </div>
  )
}

type WindowsProps = { readonly day: ListingDay; readonly now: string }

function Windows({ day, now }: WindowsProps) {
  const canAsk = isIn(day.lottery, now) || isIn(day.firstCome, now)
  return (
    <Notice tone={canAsk ? 'success' : 'warning'} title={say(titleOf({ day, now }))}>
      <p>
        <T k="help.day-of-use" p={{ day: <Day date={day.date} /> }} />
        {day.closedReason !== null && <span lang="ja">（{day.closedReason}）</span>}
      </p>
      {day.hours !== null && (
        <ul>
          {day.lottery && (
            <Li
              k="help.day-lottery"
              p={{
                from: <Moment at={day.lottery.opensAt} short />,
                to: <Until at={day.lottery.closesAt} short />,
              }}
            />
          )}
          {day.firstCome && (
            <Li
              k="help.day-first-come"
              p={{
                from: <Moment at={day.firstCome.opensAt} short />,
                to: <Until at={day.firstCome.closesAt} short />,
              }}
            />
          )}
        </ul>
      )}
      {canAsk && <ButtonLink href={availabilityPath(day.listingId, { date: day.date })} k="help.way-free" />}
    </Notice>
  )
}

function titleOf({ day, now }: WindowsProps) {
  if (day.hours === null) return 'help.day-closed'
  if (isIn(day.lottery, now)) return 'help.day-is-lottery'
  if (isIn(day.firstCome, now)) return 'help.day-is-first-come'
  if (day.lottery && now < day.lottery.opensAt) return 'help.day-before-lottery'
  if (day.firstCome && now < day.firstCome.opensAt) return 'help.day-before-first-come'
  return 'help.day-over'
}

function isIn(window: { readonly opensAt: string; readonly closesAt: string } | null, now: string): boolean {
  return window !== null && window.opensAt <= now && now < window.closesAt
}
