import { minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import type { TimeOfDay } from '@asaichi/contract/time.ts'
import { api, type ResultAt } from '../../../api/client.ts'
import { type FieldError, type Form, useForm } from '../../../forms/use-form.ts'
import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { dateAt, timeAt } from '../../../lib/tokyo.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup, Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Told } from '../shared/told.tsx'
import { kindText, type StaffDay } from './staff-day.ts'

type Props = {
  readonly day: StaffDay
  readonly onChanged: () => void
  readonly onOpen: (occupancyId: string) => void
}
const EMPTY = { spaceId: '', kind: 'city-use', from: '', to: '', reason: '' }

/** G13: the city takes a room, for its own use or because it is shut; the public reads 公用 or 休止, never the reason. */
export function HoldForm({ day, onChanged, onOpen }: Props) {
  const form = useForm({
    initial: { ...EMPTY, spaceId: day.spaces.length === 1 ? (day.spaces[0]?.spaceId ?? '') : '' },
    draft: `hold:${day.venueId}:${day.date}`,
    validate: problemsOf,
    submit: async ({ spaceId, kind, from, to, reason }) => {
      const answer = await api.post('/api/staff/holds', {
        body: {
          spaceId,
          kind: kind === 'closure' ? 'closure' : 'city-use',
          from,
          to,
          reason,
          date: day.date,
        },
      })
      if (answer.status === 'ok') form.reset()
      if (answer.status !== 'away') onChanged()
      return answer
    },
  })
  const blocked = blockedOf(form.answer)
  return (
    <section class="no-print" aria-labelledby="hold">
      <H2 k="staff.hold-title" id="hold" />
      <P k="staff.hold-lead" />
      <p>
        <TextLink href="/staff/closings" k="staff.closings-link" />
      </p>
      <form onSubmit={form.onSubmit} noValidate class="box">
        {blocked && !form.busy ? (
          <Blocked day={day} inTheWay={blocked} onOpen={onOpen} />
        ) : (
          <FormProblems form={form} />
        )}
        <Told>{!form.busy && form.answer?.status === 'ok' && <T k="staff.hold-done" />}</Told>
        <HoldFields day={day} form={form} />
        <SubmitButton busy={form.busy} k="staff.hold-do" />
      </form>
    </section>
  )
}

type HoldValues = typeof EMPTY
type FieldsProps = {
  readonly day: StaffDay
  readonly form: Pick<Form<HoldValues, HoldAnswer>, 'field' | 'values'>
}

function HoldFields({ day, form }: FieldsProps) {
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        label={say('staff.hold-kind')}
        options={[
          { value: 'city-use', label: say('staff.kind-city-use'), note: say('staff.hold-city-use-note') },
          { value: 'closure', label: say('staff.kind-closure'), note: say('staff.hold-closure-note') },
        ]}
      />
      <Select
        {...form.field('spaceId')}
        label={say('common.room')}
        options={day.spaces.map(room => ({ value: room.spaceId, label: room.name }))}
      />
      <div class="side-by-side">
        <TimeField field={form.field('from')} label="common.range-from" times={timesOf(day).slice(0, -1)} />
        <TimeField
          field={form.field('to')}
          label="common.range-to"
          times={timesOf(day).filter(time => time > form.values.from)}
        />
      </div>
      <TextField
        {...form.field('reason')}
        label={say('staff.hold-reason')}
        hint={say('staff.hold-reason-hint')}
        maxLength={200}
      />
    </>
  )
}

type TimeFieldProps = {
  readonly field: Omit<Parameters<typeof Select>[0], 'label' | 'options'>
  readonly label: 'common.range-from' | 'common.range-to'
  readonly times: readonly TimeOfDay[]
}

function TimeField({ field, label, times }: TimeFieldProps) {
  return <Select {...field} label={say(label)} options={times.map(value => ({ value, label: value }))} />
}

/** The grid of the opening hours; of the whole day where the facility is shut, for a closure may be longer. */
function timesOf({ hours }: StaffDay): readonly TimeOfDay[] {
  const [first, last] = [minutesOf(hours?.opens ?? '00:00'), minutesOf(hours?.closes ?? '24:00')]
  return Array.from({ length: (last - first) / 30 + 1 }, (_, index) => timeOf(first + index * 30))
}

function problemsOf(values: typeof EMPTY): readonly FieldError<keyof typeof EMPTY>[] {
  const { spaceId, from, to, reason } = values
  return [
    ...(spaceId === '' ? [{ field: 'spaceId' as const, message: say('staff.error-room') }] : []),
    ...(from === '' ? [{ field: 'from' as const, message: say('staff.error-from') }] : []),
    ...(to === '' || to <= from ? [{ field: 'to' as const, message: say('staff.error-to') }] : []),
    ...(reason.trim() === '' ? [{ field: 'reason' as const, message: say('staff.error-hold-reason') }] : []),
  ]
}

type HoldAnswer = ResultAt<'post', '/api/staff/holds'>
type InTheWay = Extract<Extract<HoldAnswer, { status: 'refused' }>['problem'], { code: 'taken' }>['inTheWay']

function blockedOf(answer: HoldAnswer | undefined): InTheWay | undefined {
  return answer?.status === 'refused' && answer.problem.code === 'taken' ? answer.problem.inTheWay : undefined
}

/** What stands in the way, each with the way to it. */
function Blocked({ day, inTheWay, onOpen }: Pick<Props, 'day' | 'onOpen'> & { readonly inTheWay: InTheWay }) {
  const occupancyOf = (one: InTheWay[number]) =>
    day.occupancies.find(each => each.startsAt === one.startsAt && each.spaceIds.includes(one.spaceId))
  return (
    <Notice tone="error" title={say('staff.blocked-title')} live>
      <ul>
        {inTheWay.map(one => {
          const { startsAt, endsAt, spaceId, kind } = one
          const occupancy = occupancyOf(one)
          const to = timeAt(endsAt)
          return (
            <li key={`${spaceId} ${startsAt}`}>
              <T k={kindOf(kind)} />{' '}
              <span lang="ja">{day.spaces.find(room => room.spaceId === spaceId)?.name}</span>{' '}
              <When
                date={dateAt(startsAt)}
                from={timeAt(startsAt)}
                to={to === '00:00' ? '24:00' : to}
                short
              />{' '}
              {occupancy && (
                <Button
                  kind="secondary"
                  size="small"
                  onClick={() => onOpen(occupancy.occupancyId)}
                  k="staff.blocked-open"
                />
              )}
            </li>
          )
        })}
      </ul>
      <P k="staff.blocked-next" />
    </Notice>
  )
}

function kindOf(kind: InTheWay[number]['kind']) {
  return kind === 'draw' ? 'staff.kind-draw' : kindText(kind)
}
