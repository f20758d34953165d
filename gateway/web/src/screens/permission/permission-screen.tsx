import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Permission } from '@asaichi/contract/identity/permission.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useForm } from '../../forms/use-form.ts'
import { Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, Li, P, T } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'

/** R11, M7, M8: the state of the permission at any time, and the way to ask for it. */
export function PermissionScreen() {
  return (
    <Page title={say('member.permission-title')} screen="R11" crumbs={[ACCOUNT]}>
      <P k="member.permission-lead" class="lead" />
      <NeedsLogin>{() => <NeedsCity>{city => <State city={city} />}</NeedsCity>}</NeedsLogin>
    </Page>
  )
}

const ACCOUNT = { href: '/account', label: say('member.account-title') } as const

function State({ city }: { readonly city: City }) {
  const { cityId } = city
  const permission = useApi(
    signal => api.get('/api/cities/{cityId}/permission', { params: { cityId }, signal }),
    [cityId],
    { refresh: true },
  )
  return (
    <Shown of={permission}>
      {value => (
        <>
          <StateCard state={stateOf('permission', value.status)}>
            <StateFacts permission={value} />
          </StateCard>
          {mayApply(value) && <ApplyForm permission={value} onApplied={permission.reload} />}
          {value.status === 'approved' && (
            <ButtonLink href="/search?free=1" size="large" k="member.permission-go" />
          )}
          {value.status !== 'approved' && <HowReached city={city} />}
        </>
      )}
    </Shown>
  )
}

function StateFacts({ permission: { status, reason, changedAt } }: { readonly permission: Permission }) {
  return (
    <>
      {reason !== null && (
        <div class="reason">
          <p>
            <strong>
              <T k="member.permission-reason" />
            </strong>
          </p>
          <p lang="ja">{reason}</p>
        </div>
      )}
      {changedAt !== null && status !== 'none' && (
        <P k="member.permission-since" p={{ when: <Moment at={changedAt} /> }} />
      )}
    </>
  )
}

function mayApply({ status }: Permission): boolean {
  return status === 'none' || status === 'returned'
}

type ApplyProps = { readonly permission: Permission; readonly onApplied: () => void }

function ApplyForm({ permission: { cityId, status }, onApplied }: ApplyProps) {
  const form = useForm({
    initial: {},
    submit: async () => {
      const answer = await api.post('/api/cities/{cityId}/permission', { params: { cityId }, body: {} })
      if (answer.status === 'ok') onApplied()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <P k={status === 'returned' ? 'member.permission-mend' : 'member.permission-check'} />
      <div class="buttons">
        <SubmitButton
          busy={form.busy}
          k={status === 'returned' ? 'member.permission-apply-again' : 'member.permission-apply'}
        />
        <ButtonLink href="/account" kind="secondary" size="large" k="member.see-account" />
      </div>
    </form>
  )
}

/** M7: the call or message that confirms the person comes from these numbers, so that it is taken for what it is. */
function HowReached({ city: { office } }: { readonly city: City }) {
  return (
    <section aria-labelledby="how-reached">
      <H2 k="member.reached-title" id="how-reached" />
      <ol class="do-next">
        <li>
          <T k="member.reached-call" p={{ phone: <PhoneLink phone={office.phone} /> }} />
          {office.sms !== null && (
            <>
              {' '}
              <T k="member.reached-sms" p={{ phone: <span class="nowrap">{office.sms}</span> }} />
            </>
          )}
        </li>
        <Li k="member.reached-hours" p={{ hours: <OwnText of={office} field="hours" /> }} />
        <Li k="member.reached-mail" />
      </ol>
    </section>
  )
}
