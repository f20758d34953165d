import { useState } from 'preact/hooks'
import { useSearch } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { type Me, useSession } from '../../../api/session.tsx'
import { useApi } from '../../../api/use-api.ts'
import { Day } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { dateAt } from '../../../lib/tokyo.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { nextPath } from '../../../shell/login-path.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useAct } from '../shared/use-act.ts'
import { Enrolment } from './enrolment.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Factor = ValueOf<RouteAt<'get', '/api/second-factor'>>
type Begun = ValueOf<RouteAt<'post', '/api/second-factor'>>

/** M9: what the login asks for now, and the way to an app or to a new phone. */
export function SecondFactor({ me }: { readonly me: Me }) {
  const { entered } = useSession()
  const factor = useApi(signal => api.get('/api/second-factor', { signal }), [])
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<readonly string[]>()
  const begin = useAct(async (_: object) => {
    const answer = await api.post('/api/second-factor', { body: {} })
    if (answer.status === 'ok') setBegun(answer.value)
    return answer
  })
  const enrolled = async (told: readonly string[]) => {
    setBegun(undefined)
    setCodes(told)
    factor.reload()
    // The other pages open with it, where the city wants an app.
    if (me.mustEnrol) entered({ ...me, mustEnrol: false })
  }
  if (codes) return <Kept codes={codes} me={me} />
  if (begun) return <Enrolment begun={begun} onEnrolled={enrolled} onAnew={() => void begin.run({})} />
  return (
    <Shown of={factor}>
      {now => (
        <>
          <Now factor={now} />
          <FormProblems form={begin.form} />
          <div class="buttons">
            <Button
              busy={begin.busy}
              onClick={() => void begin.run({})}
              k={now.enrolledAt === null ? 'factor.begin' : 'factor.begin-anew'}
            />
          </div>
          <P k="factor.lost" class="soft" />
        </>
      )}
    </Shown>
  )
}

function Now({ factor: { enrolledAt, codesLeft, isRequired } }: { readonly factor: Factor }) {
  if (enrolledAt === null)
    return (
      <>
        {isRequired && (
          <Notice tone="warning" title={say('factor.first-title')}>
            <P k="factor.first-text" />
          </Notice>
        )}
        <P k="factor.none" class="lead" />
        <P k="factor.what" />
      </>
    )
  return (
    <>
      <P k="factor.since" p={{ day: <Day date={dateAt(enrolledAt)} /> }} class="lead" />
      <P k="factor.codes-left" p={{ count: codesLeft }} />
    </>
  )
}

function Kept({ codes, me }: { readonly codes: readonly string[]; readonly me: Me }) {
  const search = useSearch()
  return (
    <>
      <Notice tone="success" title={say('factor.done')} live>
        <P k="factor.codes-text" />
      </Notice>
      <RecoveryCodes codes={codes} />
      <ButtonLink
        href={nextPath(`?${search}`, me.role === 'operator' ? '/operator' : '/staff')}
        k="factor.codes-kept"
      />
    </>
  )
}
