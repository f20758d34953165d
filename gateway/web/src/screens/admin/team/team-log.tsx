import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import type { Message } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { Paged } from '../../shared/paged.tsx'

type Props = {
  readonly cityId: string
  /** What was done on this page last; the log is read again after it. */
  readonly since: Message | undefined
}

/** V4: who let whom in and out. */
export function TeamLog({ cityId, since }: Props) {
  const [after, setAfter] = useState<string>()
  const acts = useApi(
    signal =>
      api.get('/api/cities/{cityId}/team/acts', { params: { cityId }, query: { after, limit: 20 }, signal }),
    [cityId, after, since],
  )
  return (
    <section aria-labelledby="team-log">
      <H2 k="admin.log-title" id="team-log" />
      <Paged of={acts} after={after} onGo={setAfter}>
        {items => (
          <>
            {items.length === 0 && <P k="admin.log-none" />}
            <ul class="team-log">
              {items.map(({ at, act, role, by, about }, index) => (
                <li key={index}>
                  <span class="team-log__when">
                    <Moment at={at} />
                  </span>
                  <span>
                    {by === null ? <T k="admin.by-machine" /> : <T k="admin.by" p={{ by }} />}{' '}
                    <T
                      k="admin.about"
                      p={{
                        act: <T k={`admin.act-${act}`} />,
                        about: about ?? <T k="admin.gone" />,
                        role: role === null ? '' : <T k={`states.role-${role}`} />,
                      }}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </section>
  )
}
