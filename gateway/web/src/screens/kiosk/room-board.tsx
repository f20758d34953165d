import type { Board } from '@asaichi/contract/catalog/venue-day.ts'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'

type Room = Board['rooms'][number]

const SIGNS = { free: '○', 'in-use': '×', 'city-use': '×', closure: '休', closed: '－' } as const

/** One room: what it is doing, until when, what comes next, and all of the day. */
export function RoomBoard({ room }: { readonly room: Room }) {
  const { state, until, next, uses } = room
  const language = useLanguage()
  return (
    <li class={`board__room board__room--${state}`}>
      <h2>
        <OwnText of={room} field="name" />
      </h2>
      <p class="board__state">
        <span aria-hidden="true">{SIGNS[state]}</span> <T k={`kiosk.room-${state}`} />
      </p>
      {until !== null && <P k="kiosk.until" p={{ time: until }} class="board__until" />}
      <p class="board__next">
        {next ? (
          <T
            k="kiosk.next"
            p={{ times: timesText(next.from, next.to, language), what: <T k={`kiosk.use-${next.kind}`} /> }}
          />
        ) : (
          <T k="kiosk.no-next" />
        )}
      </p>
      {uses.length > 0 && (
        <ul class="board__uses">
          {uses.map(use => (
            <li key={use.from}>
              <span class="board__times">{timesText(use.from, use.to, language)}</span>{' '}
              <T k={`kiosk.use-${use.kind}`} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
