import { useEffect, useRef } from 'preact/hooks'
import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { entryPath, reservationPath } from '../../own/paths.ts'
import type { Earlier } from '../use-application.ts'

/** B14: the press whose answer was lost had been received; it is kept or cancelled before a second time is sent. */
export function EarlierPress({ press, received }: Earlier) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, [])
  const { body } = press
  const times = 'wishes' in body ? body.wishes : [body]
  return (
    <div tabIndex={-1} ref={box}>
      <Notice tone="warning" title={say('press.earlier-title')} live>
        <ul>
          {times.map((time, index) => (
            <li key={index}>
              <strong>
                <When {...time} />
              </strong>
            </li>
          ))}
        </ul>
        <P k="press.earlier-text" />
        <div class="buttons">
          <ButtonLink href={received.done} k="press.earlier-keep" />
          <ButtonLink href={cancelPath(received)} kind="secondary" k="press.earlier-cancel" />
        </div>
        <P k="press.earlier-both" />
      </Notice>
    </div>
  )
}

function cancelPath({ kind, id }: Earlier['received']): string {
  return kind === 'entry' ? entryPath(id, '/withdraw') : reservationPath(id, '/cancel')
}
