import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { meaning } from './meaning.ts'

/** R15: only who has points reads of them. */
export function BanNotice() {
  const { value } = useApi(signal => api.get('/api/me/points', { signal }), [])
  if (!value?.rules || (value.counted === 0 && value.bannedUntil === null)) return null
  const { rules, counted, bannedUntil } = value
  const toPoints = <TextLink href="/account" k="points.see" />
  if (bannedUntil === null)
    return (
      <>
        <P k="points.standing" p={{ counted, ...meaning(rules) }} />
        <p>{toPoints}</p>
      </>
    )
  return (
    <Notice tone="warning" title={say('points.banned-title')}>
      <P k="points.banned-text" p={{ until: <Until at={bannedUntil} /> }} />
      <p>{toPoints}</p>
    </Notice>
  )
}
