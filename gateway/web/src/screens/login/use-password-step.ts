import type { City } from '@asaichi/contract/catalog/city.ts'
import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { normaliseMail } from '../../lib/normalise.ts'
import type { Office } from '../../shell/use-office.ts'
import { errorsOf, isMail, isMemberNumber, isPassword, plainNumber } from '../account/checks.ts'
import { stepPath } from '../account/use-step.ts'
import { type Challenge, keepChallenge } from './challenge.ts'

const NOTHING = { who: '', password: '', stay: true }
type LoginName = typeof NOTHING
type Answer = ResultAt<'post', '/api/cities/{cityId}/login'>
export type PasswordForm = Form<LoginName, Answer>
type Kinds = City['policy']['loginKinds']

/** The first step of a login; pressed again from the second it sends another code. */
export function usePasswordStep(office: Office, onChallenge: (challenge: Challenge) => void): PasswordForm {
  const { cityId, policy } = office
  const [, navigate] = useLocation()
  return useForm<LoginName, Answer>({
    initial: NOTHING,
    draft: `login:${cityId}`,
    secret: ['password'],
    validate: values => loginErrors(values, policy.loginKinds),
    submit: async ({ who, password, stay }) => {
      const body = { login: loginOf(who, policy.loginKinds), password }
      const answer = await api.post('/api/cities/{cityId}/login', { params: { cityId }, body })
      if (answer.status !== 'ok') return answer
      const challenge = { ...answer.value, cityId, stay }
      keepChallenge(challenge)
      onChallenge(challenge)
      navigate(stepPath('/login', 'code'))
      return answer
    },
  })
}

function loginErrors({ who, password }: LoginName, kinds: Kinds): readonly FieldError<keyof LoginName>[] {
  const isRight = isMailName(who, kinds) ? isMail : isMemberNumber
  return errorsOf<keyof LoginName>([
    ['who', who.trim() === '' && kinds.length > 1 ? say('account.who-wrong') : isRight(who)],
    ['password', isPassword(password)],
  ])
}

function loginOf(who: string, kinds: Kinds) {
  return isMailName(who, kinds)
    ? { kind: 'mail' as const, mail: normaliseMail(who) }
    : { kind: 'member-number' as const, memberNumber: plainNumber(who) }
}

// Where a city takes both, an @ tells them apart.
function isMailName(who: string, kinds: Kinds): boolean {
  return kinds.length > 1 ? /[@＠]/.test(who) : kinds[0] === 'mail'
}
