import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { Sure } from '../shared/sure.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'
import { type Names, useNames } from '../shared/use-names.ts'
import { WEEKDAYS } from './closing-values.ts'

type Request = ValueOf<RouteAt<'get', '/api/staff/hold-requests'>>['items'][number]
type Props = { readonly venues: readonly Venue[] }

/** P7: what is more than one may hold in a day, for a colleague to allow; nothing where nothing waits. */
export function HoldRequests({ venues }: Props) {
  const requests = useApi(signal => api.get('/api/staff/hold-requests', { signal }), [], { refresh: true })
  const [isAllowed, setAllowed] = useState(false)
  const items = requests.value?.items ?? []
  const names = useNames(items.map(({ askedBy }) => askedBy))
  if (items.length === 0) return null
  return (
    <section aria-labelledby="hold-requests" class="no-print">
      <H2 k="holds.title" id="hold-requests" />
      <P k="holds.lead" />
      <Told>{isAllowed && <T k="holds.allowed" />}</Told>
      {items.map(request => (
        <div class="box" key={request.requestId}>
          <RequestFacts request={request} venues={venues} names={names} />
          <RequestState
            request={request}
            onAllowed={() => {
              setAllowed(true)
              requests.reload()
            }}
          />
        </div>
      ))}
    </section>
  )
}

type FactsProps = Props & { readonly request: Request; readonly names: Names }

function RequestFacts({ request: { askedBy, plan, hours, cancels }, venues, names }: FactsProps) {
  const venue = venues.find(({ venueId }) => venueId === plan.venueId)
  const rooms = venue?.spaces.filter(({ spaceId }) => plan.spaceIds.includes(spaceId)) ?? []
  const days = Object.values(WEEKDAYS).find(choice => choice.days.join() === plan.weekdays.join())
  return (
    <Facts
      rows={[
        [say('holds.asked-by'), <ApplicantName person={names.get(askedBy)} />],
        [
          say('staff.hold-kind'),
          <>
            <T k={plan.kind === 'closure' ? 'staff.kind-closure' : 'staff.kind-city-use'} />（
            <span lang="ja">{plan.reason}</span>）
          </>,
        ],
        [
          say('staff.closings-rooms'),
          <span lang="ja">
            {venue?.name}{' '}
            {rooms.length === 0 ? (
              <T k="staff.closings-all-rooms" />
            ) : (
              rooms.map(({ name }) => name).join('・')
            )}
          </span>,
        ],
        [
          say('holds.when'),
          <>
            <Day date={plan.first} />
            {plan.last !== plan.first && (
              <>
                ～<Day date={plan.last} />
                {days && (
                  <>
                    {' '}
                    <T k={days.label} />
                  </>
                )}
              </>
            )}{' '}
            {plan.from}～{plan.to}
          </>,
        ],
        [
          say('holds.how-much'),
          <>
            <T k="holds.hours" p={{ hours }} />
            {cancels > 0 && (
              <>
                {' '}
                <T k="holds.cancels" p={{ count: cancels }} />
              </>
            )}
          </>,
        ],
      ]}
    />
  )
}

type StateProps = { readonly request: Request; readonly onAllowed: () => void }

function RequestState({ request: { requestId, isOwn, allowedAt }, onAllowed }: StateProps) {
  const [asks, setAsks] = useState(false)
  const allow = useAct(async () => {
    const answer = await api.post('/api/staff/hold-requests/{requestId}/allow', { params: { requestId } })
    if (answer.status === 'ok') onAllowed()
    return answer
  })
  if (allowedAt !== null) return <P k={isOwn ? 'holds.is-allowed' : 'holds.may-be-done'} />
  if (isOwn) return <P k="holds.waits" />
  if (!asks) return <Button kind="secondary" onClick={() => setAsks(true)} k="holds.allow" />
  return (
    <Sure
      action={{ k: 'holds.allow' }}
      act={allow}
      onDo={() => void allow.run({})}
      onClose={() => setAsks(false)}
    >
      <P k="holds.allow-sure" />
    </Sure>
  )
}
