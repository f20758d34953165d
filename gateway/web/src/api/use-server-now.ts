import { useEffect, useState } from 'preact/hooks'
import { askServerTime, forgetWhenAsked } from './ask-server-time.ts'
import { serverNowMs } from './server-clock.ts'

const RETRY_MS = 3000
const AGAIN_MS = 20_000

/**
 * The server's time in milliseconds, renewed every `everyMs`; nothing until it is known. It is asked for again now and then
 * and whenever the page is looked at anew, for the monotonic clock of a phone stands still while the phone sleeps.
 */
export function useServerNow(everyMs = 1000): number | undefined {
  const [now, setNow] = useState(serverNowMs)
  useEffect(() => {
    const tick = setInterval(() => setNow(serverNowMs()), everyMs)
    let next: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async () => {
      clearTimeout(next)
      const known = await askServerTime()
      if (isOver) return
      if (known) setNow(serverNowMs())
      next = setTimeout(() => void ask(), known ? AGAIN_MS * (0.75 + Math.random() * 0.5) : RETRY_MS)
    }
    const look = () => {
      if (document.visibilityState !== 'visible') return
      forgetWhenAsked()
      void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      clearInterval(tick)
      clearTimeout(next)
      document.removeEventListener('visibilitychange', look)
    }
  }, [everyMs])
  return now
}
