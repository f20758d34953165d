import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { Day, Moment } from '../../../i18n/format.tsx'
import { type Message, say } from '../../../i18n/message.ts'
import { OwnText } from '../../../i18n/own-text.tsx'
import { P, Summary, T } from '../../../i18n/text.tsx'
import { BirthDate } from '../../../records/birth-date.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { languageName } from '../shared/language-name.ts'
import { useClasses } from './class-select.tsx'
import { ContactLog } from './contact-log.tsx'
import { PersonDecision } from './person-decision.tsx'

type Props = {
  readonly person: PersonFile
  readonly onChanged: () => void
  readonly onDecided: (message: Message) => void
}

/** T2: everything the city knows when it decides about one person. */
export function PersonFileView({ person, onChanged, onDecided }: Props) {
  return (
    <section class="people__open" aria-labelledby="person">
      <h2 id="person" lang="ja">
        {person.group?.name ?? person.name}
      </h2>
      <p>
        <StatusBadge state={stateOf('permission', person.status)} />
      </p>
      {person.reason !== null && (
        <P k="staff.reason-given" p={{ reason: <span lang="ja">{person.reason}</span> }} />
      )}
      <Doubles person={person} />
      <PersonFacts person={person} />
      <Members person={person} />
      <ContactLog person={person} onChanged={onChanged} />
      {person.status === 'applied' && (
        <PersonDecision person={person} onDecided={onDecided} onChanged={onChanged} />
      )}
    </section>
  )
}

function PersonFacts({ person }: { readonly person: PersonFile }) {
  const birthDate = <BirthDate date={person.birthDate} />
  const { now } = useClasses(person)
  return (
    <Facts
      rows={[
        [
          say(person.group ? 'staff.representative' : 'staff.name'),
          <span lang="ja">
            {person.name}（{person.kana}）
          </span>,
        ],
        [say('staff.member-number'), person.memberNumber],
        ...(now ? [[say('staff.counter-class'), <OwnText of={now} field="name" />] as const] : []),
        [say('staff.birth-date'), birthDate],
        [
          say('staff.address'),
          <span lang="ja">
            〒{person.postalCode} {person.address}
          </span>,
        ],
        [say('staff.phone'), <a href={`tel:${person.phone.replaceAll('-', '')}`}>{person.phone}</a>],
        [
          say('staff.mail-address'),
          person.mail === null ? <T k="staff.no-mail" /> : <span class="break">{person.mail}</span>,
        ],
        [say('staff.language'), <T k={languageName(person.language)} />],
        ...(person.appliedAt === null
          ? []
          : [[say('staff.applied-at'), <Moment at={person.appliedAt} />] as const]),
      ]}
    />
  )
}

/** G1 */
function Members({ person: { group } }: { readonly person: PersonFile }) {
  if (!group) return null
  return (
    <details class="details">
      <Summary k="staff.members" p={{ count: group.members.length }} />
      <ul>
        {group.members.map(member => (
          <li key={`${member.name} ${member.birthDate}`}>
            <span lang="ja">{member.name}</span> <Day date={member.birthDate} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** G1, G3: nothing is decided by it; staff ask the person. */
function Doubles({ person: { alike, group } }: { readonly person: PersonFile }) {
  const shared = group?.sharedWith ?? []
  if (alike.count === 0 && shared.length === 0) return null
  return (
    <Notice tone="warning" title={say('staff.doubles-title')}>
      <ul>
        {alike.accounts.map(({ personId, name, memberNumber, status, because }) => (
          <li key={personId}>
            <span lang="ja">{name}</span> {memberNumber}（<T k={`states.permission-${status}`} />）{' '}
            <T k={because.includes('name-and-birth-date') ? 'staff.alike-name' : 'staff.alike-phone'} />
          </li>
        ))}
        {shared.map(({ personId, name, memberNumber, shared: count, of }) => (
          <li key={personId}>
            <span lang="ja">{name}</span> {memberNumber} <T k="staff.shared-members" p={{ count, of }} />
          </li>
        ))}
      </ul>
      {alike.count > alike.accounts.length && (
        <P k="staff.alike-more" p={{ count: alike.count - alike.accounts.length }} />
      )}
      <P k="staff.doubles-ask" />
    </Notice>
  )
}
