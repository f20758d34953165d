import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useVenues } from '../shared/use-venues.ts'
import { ClosingFields } from './closing-fields.tsx'
import { ClosingLook } from './closing-look.tsx'
import { EMPTY, type Looked, planOf, problemsOf } from './closing-values.ts'
import { HoldRequests } from './hold-requests.tsx'

/** T4, G13, W13m: a closure or city use of many rooms and days, over the bookings it meets. */
export function ClosingScreen() {
  return (
    <StaffPage
      title={say('staff.closings-title')}
      screen="T4"
      under={{ href: '/staff/timeline', label: say('staff.timeline-title') }}
    >
      {me => <ClosingContent cityId={me.cityId} />}
    </StaffPage>
  )
}

function ClosingContent({ cityId }: { readonly cityId: string }) {
  const venues = useVenues(cityId)
  return (
    <Shown of={venues}>
      {({ items }) => (items.length === 0 ? <P k="staff.no-venues" /> : <ClosingForm venues={items} />)}
    </Shown>
  )
}

function ClosingForm({ venues }: { readonly venues: readonly Venue[] }) {
  const [looked, setLooked] = useState<Looked>()
  const form = useForm({
    initial: { ...EMPTY, venueId: venues[0]?.venueId ?? '' },
    draft: 'closing',
    validate: problemsOf,
    submit: async values => {
      const plan = planOf(values)
      const answer = await api.post('/api/staff/closings/preview', { body: { plan } })
      setLooked(
        answer.status === 'ok' ? { actId: crypto.randomUUID(), plan, found: answer.value } : undefined,
      )
      return answer
    },
  })
  // What is done is what was looked at: another choice has to be looked at anew.
  const isSame = looked !== undefined && JSON.stringify(looked.plan) === JSON.stringify(planOf(form.values))
  return (
    <>
      <P k="staff.closings-lead" />
      <HoldRequests venues={venues} />
      <form onSubmit={form.onSubmit} noValidate class="box">
        <FormProblems form={form} />
        <ClosingFields venues={venues} form={form} />
        <SubmitButton busy={form.busy} k="staff.closings-look" />
      </form>
      {looked && isSame && !form.busy && <ClosingLook key={looked.actId} looked={looked} />}
    </>
  )
}
