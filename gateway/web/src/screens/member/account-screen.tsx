import { useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { BirthDate } from '../../records/birth-date.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { LanguageForm } from './language-form.tsx'
import type { MyProfile } from './my-profile.ts'
import { ProfileForm } from './profile-form.tsx'

/** R15, V4: one's own data, the language of the mails, and what was done to the account. */
export function AccountScreen() {
  const query = new URLSearchParams(useSearch())
  const part = query.has('mail') ? 'mail' : query.has('edit') ? 'edit' : 'whole'
  return (
    <Page key={part} title={TITLES[part]} screen="R11" crumbs={part === 'whole' ? [MY] : [ACCOUNT]}>
      <NeedsLogin>
        {() => (part === 'mail' ? <MailForm /> : <Account isEditing={part === 'edit'} />)}
      </NeedsLogin>
    </Page>
  )
}

const TITLES = {
  whole: say('member.account-title'),
  edit: say('member.edit-title'),
  mail: say('member.mail-title'),
} as const
const MY = { href: '/my', label: say('common.nav-my') } as const
const ACCOUNT = { href: '/account', label: say('member.account-title') } as const

function Account({ isEditing }: { readonly isEditing: boolean }) {
  const profile = useApi(signal => api.get('/api/me/profile', { signal }), [])
  return (
    <Shown of={profile}>
      {value =>
        isEditing ? (
          <ProfileForm profile={value} />
        ) : (
          <>
            <Registered profile={value} />
            <LanguageForm language={value.language} onDone={profile.reload} />
            <MailPart />
            <PasswordPart />
            <Acts />
          </>
        )
      }
    </Shown>
  )
}

function Registered({ profile }: { readonly profile: MyProfile }) {
  const { group } = profile
  return (
    <section aria-labelledby="registered">
      <H2 k="member.registered-title" id="registered" />
      <Facts
        rows={[
          [say('person.number'), profile.memberNumber],
          ...(group ? [[say('person.group-name'), group.name] as const] : []),
          [say(group ? 'person.name-of-representative' : 'person.name'), profile.name],
          [say('person.kana'), profile.kana],
          [say('person.birth'), <BirthDate key="birth" date={profile.birthDate} />],
          ...(group ? [[say('person.members'), <Members key="members" group={group} />] as const] : []),
          [say('person.postal-code'), profile.postalCode],
          [say('person.address'), profile.address],
          [say('person.phone'), profile.phone],
          [say('person.mail'), profile.mail],
        ]}
      />
      <div class="buttons">
        <ButtonLink href="/account?edit=1" k="member.edit" />
        <ButtonLink href="/permission" kind="secondary" k="member.permission-title" />
      </div>
    </section>
  )
}

function Members({ group }: { readonly group: NonNullable<MyProfile['group']> }) {
  return (
    <ul class="plain-list">
      {group.members.map(({ name, birthDate }, index) => (
        <li key={index}>
          {name} <BirthDate date={birthDate} />
        </li>
      ))}
    </ul>
  )
}

function MailPart() {
  return (
    <section aria-labelledby="mail-part">
      <H2 id="mail-part" k="person.mail" />
      <P k="member.mail-part" />
      <ButtonLink href="/account?mail=1" kind="secondary" k="member.mail-title" />
    </section>
  )
}

function PasswordPart() {
  return (
    <section aria-labelledby="password-part">
      <H2 k="person.password" id="password-part" />
      <P k="member.password-part" />
      <ButtonLink href="/new-password?next=%2Faccount" kind="secondary" k="member.new-password-title" />
    </section>
  )
}

/** V4. Below what the page is opened for, so it comes after that. */
function Acts() {
  const part = useLater(() => import('./account-log.tsx'), ['session'])
  return part ? <part.AccountLog /> : null
}

// Few change their address.
function MailForm() {
  const part = useLater(() => import('./mail-form.tsx'), [])
  return part ? <part.MailForm /> : <Loading />
}
