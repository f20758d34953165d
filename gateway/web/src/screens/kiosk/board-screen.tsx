import type { Board } from '@asaichi/contract/catalog/venue-day.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { serverNow } from '../../api/server-clock.ts'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { Day } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { P, T } from '../../i18n/text.tsx'
import { timeAt } from '../../lib/tokyo.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { RoomBoard } from './room-board.tsx'
import { useWakeLock } from './use-wake-lock.ts'

/** Longer than four refreshes in a row failed. */
const STALE_MS = 100_000

/** K1: the wall of a hall. Nobody tends it: it goes on with the last answer and says how old that is. */
export function BoardScreen({ params: { venueId = '' } }: ScreenProps) {
  const [at, setAt] = useState<string>()
  const language = useLanguage()
  useWakeLock()
  const shown = useApi(
    async signal => {
      const answer = await api.get('/api/venues/{venueId}/board', { params: { venueId }, signal })
      if (answer.status === 'ok') setAt(serverNow())
      return answer
    },
    [venueId],
    { refresh: true },
  )
  const { value } = shown
  const name = value && { name: value.venueName, translations: value.venueTranslations }
  return (
    <Page
      title={name ? ownWords(name, 'name', language).text : say('kiosk.board-title')}
      screen="K1"
      layout="plain"
    >
      {value ? <Wall board={value} at={at} /> : <Shown of={shown}>{() => null}</Shown>}
    </Page>
  )
}

function Wall({ board, at }: { readonly board: Board; readonly at: string | undefined }) {
  const now = useServerNow(1000)
  const age = now === undefined || at === undefined ? 0 : now - Date.parse(at)
  const time = now === undefined ? undefined : timeAt(new Date(now).toISOString())
  return (
    <div class="board">
      <p class="board__now">
        <span>
          <Day date={board.date} />
        </span>
        {time !== undefined && <time class="board__clock">{time}</time>}
      </p>
      {age > STALE_MS && at !== undefined && (
        <P k="kiosk.board-stale" p={{ time: timeAt(at) }} class="board__stale" role="status" />
      )}
      {board.hours === null ? (
        <p class="board__shut">
          <T k="kiosk.board-shut" />
          {board.closedReason !== null && <span lang="ja">{board.closedReason}</span>}
        </p>
      ) : (
        <P k="kiosk.board-hours" p={board.hours} />
      )}
      <ul class="board__rooms">
        {board.rooms.map(room => (
          <RoomBoard key={room.spaceId} room={room} />
        ))}
      </ul>
      {at !== undefined && <P k="kiosk.board-as-of" p={{ time: timeAt(at) }} class="board__as-of" />}
    </div>
  )
}
