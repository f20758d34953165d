import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { Moment } from '../../../i18n/format.tsx'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Say, Span, useText } from '../../../i18n/text.tsx'
import { ageOn } from '../../../lib/age.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Paged } from '../../shared/paged.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { ShortcutHelp } from '../shared/shortcut-help.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { Told } from '../shared/told.tsx'
import { idsAfter, type Queue, useQueue } from '../shared/use-queue.ts'
import { useShortcuts } from '../shared/use-shortcuts.ts'
import { useToday } from '../shared/use-today.ts'
import { PersonFileView } from './person-file.tsx'
import './people.css'

const STATES = ['applied', 'returned', 'approved', 'suspended'] as const
const KEYS = [
  ['j', 'staff.key-next'],
  ['k', 'staff.key-previous'],
] as const satisfies readonly (readonly [string, Key])[]

/** T2, M7: who asks to use the facilities, and what the city decides. */
export function PeopleScreen() {
  return (
    <StaffPage title={say('staff.people-title')} screen="T2">
      {() => (
        <>
          <p>
            <TextLink href="/staff/register" k="staff.register-person" />
          </p>
          <PeopleContent />
        </>
      )}
    </StaffPage>
  )
}

function PeopleContent() {
  const [query, change] = useQuery()
  const status = STATES.find(one => one === query.get('status')) ?? 'applied'
  const counts = useApi(signal => api.get('/api/staff/applicants/counts', { signal }), [])
  const after = query.get('after') ?? undefined
  const people = useApi(
    signal => api.get('/api/staff/applicants', { query: { status, after, limit: 30 }, signal }),
    [status, after],
  )
  const reload = () => {
    people.reload()
    counts.reload()
  }
  return (
    <Tabs
      label={say('staff.people-states')}
      now={status}
      onChange={id => change({ status: id, after: undefined })}
      tabs={STATES.map(id => ({
        id,
        label: say(`states.permission-${id}`),
        ...(counts.value && { count: counts.value[id] }),
      }))}
    >
      <Paged of={people} after={after} onGo={cursor => change({ after: cursor })}>
        {items => <PeopleQueue key={status} people={items} onChanged={reload} />}
      </Paged>
    </Tabs>
  )
}

type QueueProps = { readonly people: readonly PersonFile[]; readonly onChanged: () => void }

function PeopleQueue({ people, onChanged }: QueueProps) {
  const ids = people.map(person => person.personId)
  const queue = useQueue(ids)
  const shortcuts = useShortcuts({ j: () => queue.move(1), k: () => queue.move(-1) })
  const [told, setTold] = useState<Message>()
  const waiting = useRef<readonly string[] | undefined>(undefined)
  // The next row can take the focus only when the list without the decided one is drawn.
  useEffect(() => {
    if (waiting.current === undefined) return
    const wanted = waiting.current.filter(id => ids.includes(id))
    if (wanted.length === ids.length && ids.length > 0) queue.focusFirst(wanted)
    waiting.current = undefined
  }, [people])
  const decided = (person: PersonFile, message: Message) => {
    setTold(message)
    waiting.current = idsAfter(ids, person.personId)
    queue.take(undefined)
    onChanged()
  }
  const open = people.find(person => person.personId === queue.current)
  return (
    <>
      <Told>{told && <Say message={told} />}</Told>
      {people.length === 0 ? (
        <P k="staff.people-none" />
      ) : (
        <>
          <ShortcutHelp keys={KEYS} isOn={shortcuts.isOn} onTurn={shortcuts.turn} />
          <div class="people">
            <PeopleList people={people} queue={queue} />
            {open ? (
              <PersonFileView
                key={open.personId}
                person={open}
                onChanged={onChanged}
                onDecided={message => decided(open, message)}
              />
            ) : (
              <P k="staff.people-choose" class="people__empty" />
            )}
          </div>
        </>
      )}
    </>
  )
}

function PeopleList({ people, queue }: { readonly people: readonly PersonFile[]; readonly queue: Queue }) {
  const t = useText()
  const today = useToday()
  return (
    <ul class="people__list" aria-label={t('staff.people-list')}>
      {people.map(person => (
        <li key={person.personId}>
          <button
            type="button"
            class="people__row"
            ref={queue.rowRef(person.personId)}
            aria-pressed={person.personId === queue.current}
            onClick={() => queue.take(person.personId)}
          >
            <span class="people__name" lang="ja">
              {person.group ? `${person.group.name}（${person.name}）` : person.name}
            </span>
            <span class="people__note">
              <span>{person.phone}</span>
              {today !== undefined && (
                <Span k="staff.people-age" p={{ age: ageOn(person.birthDate, today) }} />
              )}
              {person.appliedAt !== null && <Moment at={person.appliedAt} short />}
              {person.contacts.some(contact => contact.outcome === 'confirmed') && (
                <Span k="staff.tag-confirmed" class="tag" />
              )}
              {person.alike.count > 0 && <Span k="staff.tag-alike" class="tag tag--warn" />}
              {(person.group?.sharedWith.length ?? 0) > 0 && (
                <Span k="staff.tag-shared" class="tag tag--warn" />
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
