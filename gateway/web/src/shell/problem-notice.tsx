import type { ProblemCode } from '../api/routes.ts'
import type { Key } from '../i18n/catalogue.ts'
import { say } from '../i18n/message.ts'
import { problemMessage } from '../i18n/problem-message.ts'
import { Say } from '../i18n/text.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { loginPath, withNext } from './login-path.ts'

type Props = {
  readonly problem: { readonly code: ProblemCode; readonly detail: string }
  /** Appears while the reader is at work. */
  readonly live?: boolean
}

/** What the server refused and, where another page mends it, the way there. */
export function ProblemNotice({ problem, live = false }: Props) {
  const way = WAYS[problem.code]
  return (
    <Notice tone="error" title={say('common.problem-title')} live={live}>
      <p>
        <Say message={problemMessage(problem)} />
      </p>
      {way && <ButtonLink href={way.path()} k={way.text} />}
    </Notice>
  )
}

type Way = { readonly path: () => string; readonly text: Key }
const WAYS: { readonly [C in ProblemCode]?: Way } = {
  'no-session': { path: loginPath, text: 'common.login' },
  'password-change-needed': { path: () => withNext('/new-password'), text: 'common.to-new-password' },
  'not-approved': { path: () => '/permission', text: 'common.to-permission' },
}
