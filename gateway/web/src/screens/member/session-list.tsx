import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useForm } from '../../forms/use-form.ts'
import { Moment } from '../../i18n/format.tsx'
import { H2, P, Span } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'

/** R11, M6: every place where one is logged in, and the way out of each that is not this one. */
export function SessionList() {
  const sessions = useApi(signal => api.get('/api/me/sessions', { signal }), [])
  return (
    <section aria-labelledby="sessions">
      <H2 k="session.sessions-title" id="sessions" />
      <P k="session.sessions-text" />
      <Shown of={sessions}>
        {({ items }) => (
          <ul class="act-list">
            {items.map(({ sessionId, since, isThis }) => (
              <li key={sessionId}>
                <Span k="session.sessions-since" p={{ at: <Moment at={since} /> }} class="act-list__when" />
                {isThis ? (
                  <Span k="session.sessions-this" />
                ) : (
                  <SessionEnd sessionId={sessionId} onEnded={sessions.reload} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}

type EndProps = { readonly sessionId: string; readonly onEnded: () => void }

function SessionEnd({ sessionId, onEnded }: EndProps) {
  const form = useForm({
    initial: {},
    submit: async () => {
      const answer = await api.post('/api/me/sessions/{sessionId}/end', { params: { sessionId }, body: {} })
      if (answer.status === 'ok') onEnded()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit}>
      <FormProblems form={form} />
      <Button type="submit" kind="secondary" size="small" busy={form.busy} k="session.sessions-end" />
    </form>
  )
}
