import type { City } from '@asaichi/contract/catalog/city.ts'
import type { ComponentChildren } from 'preact'
import { type Message, say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { dateOfParts } from '../../lib/era.ts'
import { normaliseKana, normaliseMail, normalisePhone, normalisePostalCode } from '../../lib/normalise.ts'
import { BirthDate } from '../../records/birth-date.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { addressOf, type Registration } from './registration.ts'
import type { RegistrationForm } from './use-registration.ts'
import { stepPath } from './use-step.ts'

type Props = { readonly form: RegistrationForm; readonly city: City }

/** R8, second page: what will be sent, as it will be sent. */
export function RegisterConfirm({ form, city }: Props) {
  return (
    <>
      <P k="account.register-confirm-lead" class="lead" />
      <Facts rows={rowsOf(form.values, city)} />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <div class="buttons">
          <SubmitButton busy={form.busy} k="account.register-send" />
          <ButtonLink
            kind="secondary"
            size="large"
            href={stepPath('/register', undefined)}
            k="account.correct"
          />
        </div>
      </form>
    </>
  )
}

function rowsOf(values: Registration, city: City): readonly (readonly [Message, ComponentChildren])[] {
  const isGroup = values.kind === 'group'
  const birth = dateOfParts(values.birth)
  return [
    [say('account.kind'), <T key="kind" k={isGroup ? 'account.kind-group' : 'account.kind-person'} />],
    ...(isGroup ? [[say('person.group-name'), values.groupName] as const] : []),
    [say(isGroup ? 'person.name-of-representative' : 'person.name'), values.name],
    [say('person.kana'), normaliseKana(values.kana)],
    [say('person.birth'), birth && <BirthDate key="birth" date={birth} />],
    ...(isGroup ? [[say('person.members'), <Members key="members" {...values} />] as const] : []),
    [say('person.postal-code'), normalisePostalCode(values.postalCode)],
    [say('person.address'), addressOf(values)],
    [say('person.phone'), normalisePhone(values.phone)],
    [say('person.mail'), normaliseMail(values.mail)],
    [say('person.password'), <T key="password" k="account.password-hidden" />],
    [
      say('account.terms-title'),
      <T key="terms" k="account.agreed" p={{ version: city.policy.termsVersion }} />,
    ],
  ]
}

function Members({ members }: Pick<Registration, 'members'>) {
  return (
    <ul class="plain-list">
      {members.map(({ name, birth }, index) => {
        const date = dateOfParts(birth)
        return (
          <li key={index}>
            {name} {date && <BirthDate date={date} />}
          </li>
        )
      })}
    </ul>
  )
}
