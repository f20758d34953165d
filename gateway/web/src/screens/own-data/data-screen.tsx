import { useState } from 'preact/hooks'
import { api, type ResultAt } from '../../api/client.ts'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { OwnData } from './asked.ts'
import { PasswordStep } from './password-step.tsx'

/** R11, V10: everything that is held of a person, on the page and as a file. */
export function DataScreen() {
  return (
    <Page title={say('own-data.data-title')} screen="R11" crumbs={[MY]}>
      <NeedsLogin>{() => <OwnDataPart />}</NeedsLogin>
    </Page>
  )
}

const MY = { href: '/my', label: say('common.nav-my') } as const
// Long lists of many services, over a poor net.
const DEADLINE_MS = 60_000

type Answer = ResultAt<'post', '/api/me/data'>

function OwnDataPart() {
  const [data, setData] = useState<OwnData>()
  if (data) return <Data data={data} />
  const ask = async (password: string): Promise<Answer> => {
    const answer = await api.post('/api/me/data', { body: { password }, deadlineMs: DEADLINE_MS })
    if (answer.status === 'ok') setData(answer.value)
    return answer
  }
  return (
    <>
      <P class="lead" k="own-data.data-lead" />
      <PasswordStep send="own-data.data-show" ask={ask} />
      <section aria-labelledby="leave">
        <H2 id="leave" k="own-data.leave-title" />
        <P k="own-data.leave-part" />
        <ButtonLink href="/account/leave" kind="secondary" k="own-data.leave-go" />
      </section>
    </>
  )
}

// What is shown comes with its answer, not with the question.
function Data({ data }: { readonly data: OwnData }) {
  const part = useLater(() => import('./data-page.tsx'), ['session', 'states'])
  return part ? <part.DataPage data={data} /> : <Loading />
}
