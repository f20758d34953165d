import type { ComponentChildren } from 'preact'
import type { Key } from '../../i18n/catalogue.ts'
import { Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import { BirthDate } from '../../records/birth-date.tsx'
import { useLater } from '../../shell/later.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { saveFile } from '../shared/save-file.ts'
import type { OwnData } from './asked.ts'
import { Acts, Bills, Bookings, Contacts, Entries, Kept, Mails, Sessions } from './lists.tsx'

type Props = { readonly data: OwnData }

/** V10: to read and to print; the file has every field of it. */
export function DataPage({ data }: Props) {
  const { account, madeAt, complete } = data
  const save = () => {
    const json = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
    saveFile(`asaichi-${account.profile.memberNumber}.json`, json)
  }
  return (
    <>
      <P class="lead" k="own-data.made" p={{ at: <Moment at={madeAt} /> }} />
      {!complete && (
        <Notice tone="warning" title={say('own-data.not-all')}>
          <P k="own-data.not-all-text" />
        </Notice>
      )}
      <div class="buttons no-print">
        <Button size="large" onClick={save} k="own-data.save" />
      </div>
      <Account data={data} />
      <Part k="own-data.bookings" count={data.bookings.length}>
        <Bookings of={data.bookings} />
      </Part>
      <Part k="own-data.entries" count={data.entries.length}>
        <Entries of={data.entries} />
      </Part>
      <Part k="own-data.bills" count={data.bills.length}>
        <Bills of={data.bills} />
      </Part>
      {data.points.length > 0 && <Points of={data.points} />}
      <Part k="own-data.kept" count={data.favourites.length + data.watches.length}>
        <Kept data={data} />
      </Part>
      <Part k="own-data.mails" count={data.mails.length}>
        <Mails of={data.mails} />
      </Part>
      <Part k="own-data.contacts" count={account.contacts.length}>
        <Contacts of={account.contacts} />
      </Part>
      <Part k="own-data.sessions" count={account.sessions.length}>
        <Sessions of={account.sessions} />
      </Part>
      <Part k="own-data.acts" count={account.acts.length}>
        <Acts of={account.acts} />
      </Part>
    </>
  )
}

// Few have any (G8).
function Points(props: { readonly of: OwnData['points'] }) {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return (
    part && (
      <section>
        <H2 k="points.list" />
        <part.PointList {...props} />
      </section>
    )
  )
}

function Account({ data: { account } }: Props) {
  const { profile, registeredAt, cities, permissions } = account
  const { group } = profile
  return (
    <section aria-labelledby="registered">
      <H2 id="registered" k="own-data.account" />
      <Facts
        rows={[
          [say('person.number'), profile.memberNumber],
          ...(group ? [[say('person.group-name'), group.name] as const] : []),
          [say('person.name'), profile.name],
          [say('person.kana'), profile.kana],
          [say('person.birth'), <BirthDate key="birth" date={profile.birthDate} />],
          [say('person.postal-code'), profile.postalCode],
          [say('person.address'), profile.address],
          [say('person.phone'), profile.phone],
          [say('person.mail'), profile.mail],
          [say('own-data.registered-at'), <Moment key="registered" at={registeredAt} />],
          ...cities.flatMap(({ cityId, termsVersion, termsAcceptedAt }) =>
            termsAcceptedAt === null
              ? []
              : [
                  [
                    say('own-data.terms', { city: cityId, version: termsVersion ?? '' }),
                    <Moment key={cityId} at={termsAcceptedAt} />,
                  ] as const,
                ],
          ),
          ...permissions.map(
            ({ cityId, status, reason }) =>
              [
                say('own-data.permission', { city: cityId }),
                <span key={`${cityId} permission`}>
                  <T k={`states.permission-${status}`} /> <span lang="ja">{reason}</span>
                </span>,
              ] as const,
          ),
          ...(group?.members.map(
            ({ name, birthDate }, index) =>
              [
                say('own-data.member'),
                <span key={`member ${index}`}>
                  {name} <BirthDate date={birthDate} />
                </span>,
              ] as const,
          ) ?? []),
        ]}
      />
    </section>
  )
}

type PartProps = {
  readonly k: Key
  readonly count: number
  readonly children: ComponentChildren
}

function Part({ k, count, children }: PartProps) {
  return (
    // No landmark: its table is one, of the same name.
    <section>
      <H2 k={k} />
      {count === 0 ? <P k="own-data.none" /> : children}
    </section>
  )
}
