import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { purposeRows } from '../../records/purpose-rows.tsx'

type Written = {
  readonly eventName: string
  readonly people: number
  readonly note: string
  readonly purpose?: Purpose | undefined
}

/** What the applicant wrote (M24), as rows of `Facts`. */
export function writtenFacts({ eventName, people, note, purpose }: Written) {
  return [
    [
      say('own.event'),
      <span key="event" lang="ja">
        {eventName}
      </span>,
    ],
    ...purposeRows(say('own.purpose'), purpose),
    [say('own.people'), <T key="people" k="own.people-count" p={{ count: people }} />],
    [
      say('own.note'),
      <span key="note" lang="ja" class="written">
        {note}
      </span>,
    ],
  ] as const
}
