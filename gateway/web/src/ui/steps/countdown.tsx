import type { Instant } from '@asaichi/contract/time.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useServerNow } from '../../api/use-server-now.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { T } from '../../i18n/text.tsx'
import { countdownText, milestone } from '../../lib/countdown.ts'

const SAID: Readonly<Record<'five' | 'one' | 'open', Key>> = {
  five: 'booking.countdown-five',
  one: 'booking.countdown-one',
  open: 'booking.countdown-open',
}

type Props = { readonly until: Instant; readonly onOpen?: () => void }

/** R14: counts down on the server's clock; it is announced at five minutes, one minute and the opening only. */
export function Countdown({ until, onOpen }: Props) {
  const now = useServerNow(500)
  const leftMs = now === undefined ? undefined : Date.parse(until) - now
  const said = leftMs === undefined ? undefined : milestone(leftMs)
  useOnce(said === 'open', onOpen)
  const [start] = useState(said)
  return (
    <div class="countdown">
      <p role="timer" class="countdown__time">
        {leftMs === undefined ? (
          <T k="booking.countdown-unknown" />
        ) : (
          said !== 'open' && <T k="booking.countdown-left" p={{ time: countdownText(leftMs) }} />
        )}
      </p>
      <p role="status" class={said === 'open' ? 'countdown__open' : 'visually-hidden'}>
        {said !== undefined && said !== start && <T k={SAID[said]} />}
      </p>
    </div>
  )
}

function useOnce(isTime: boolean, act: (() => void) | undefined): void {
  const done = useRef(false)
  useEffect(() => {
    if (!isTime || done.current) return
    done.current = true
    act?.()
  }, [isTime, act])
}
