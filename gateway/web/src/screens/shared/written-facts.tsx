import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'

type Written = { readonly eventName: string; readonly people: number; readonly note: string }

/** What the applicant wrote (M24), as rows of `Facts`. */
export function writtenFacts({ eventName, people, note }: Written) {
  return [
    [
      say('own.event'),
      <span key="event" lang="ja">
        {eventName}
      </span>,
    ],
    [say('own.people'), <T key="people" k="own.people-count" p={{ count: people }} />],
    [
      say('own.note'),
      <span key="note" lang="ja" class="written">
        {note}
      </span>,
    ],
  ] as const
}
