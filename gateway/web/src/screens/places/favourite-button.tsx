import type { FavouriteRef } from '@asaichi/contract/catalog/favourites.ts'
import { useState } from 'preact/hooks'
import { api, type ResultAt } from '../../api/client.ts'
import { useMe, useSession } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { loginPath } from '../../shell/login-path.ts'
import { ProblemNotice } from '../../shell/problem-notice.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { readonly of: FavouriteRef }

/** M28: a venue or a room is kept at hand; the list of them stands on my page. */
export function FavouriteButton({ of }: Props) {
  const { session } = useSession()
  if (session.status === 'unknown') return null
  return (
    <div class="favourite no-print">{session.status === 'known' ? <Keep of={of} /> : <LoginFirst />}</div>
  )
}

function LoginFirst() {
  const [isAsked, ask] = useState(false)
  return (
    <>
      <Button kind="secondary" onClick={() => ask(true)}>
        <Star isKept={false} /> <T k="places.favourite-add" />
      </Button>
      {isAsked && (
        <Notice tone="info" title={say('places.favourite-login')} live>
          <P k="places.favourite-login-text" />
          <ButtonLink href={loginPath()} k="common.login" />
        </Notice>
      )}
    </>
  )
}

type Answer = ResultAt<'post', '/api/me/favourites'> | ResultAt<'delete', '/api/me/favourites/{kind}/{id}'>

function Keep({ of }: Props) {
  const list = useApi(signal => api.get('/api/me/favourites', { signal }), [useMe()?.personId])
  const [changed, setChanged] = useState<boolean>()
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const isKept = changed ?? list.value?.items.some(one => one.kind === of.kind && one.id === of.id)
  const turn = async () => {
    setBusy(true)
    const got: Answer = isKept
      ? await api.delete('/api/me/favourites/{kind}/{id}', { params: of })
      : await api.post('/api/me/favourites', { body: of })
    setAnswer(got)
    setBusy(false)
    if (got.status === 'ok') setChanged(!isKept)
  }
  if (isKept === undefined) return null
  return (
    <>
      <Button kind="secondary" busy={isBusy} onClick={() => void turn()}>
        <Star isKept={isKept} /> <T k={isKept ? 'places.favourite-remove' : 'places.favourite-add'} />
      </Button>
      <p role="status">
        {answer?.status === 'ok' && <T k={isKept ? 'places.favourite-added' : 'places.favourite-removed'} />}
      </p>
      {answer?.status === 'refused' && <ProblemNotice problem={answer.problem} live />}
      {answer?.status === 'away' && <AwayNotice away={answer} onRetry={() => void turn()} />}
    </>
  )
}

function Star({ isKept }: { readonly isKept: boolean }) {
  return <span aria-hidden="true">{isKept ? '★' : '☆'}</span>
}
