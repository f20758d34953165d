import { useEffect, useState } from 'preact/hooks'
import { api } from './client.ts'
import { serverNowMs, setServerTime } from './server-clock.ts'

const RETRY_MS = 3000

/** The server's time in milliseconds, renewed every `everyMs`; nothing until it is known. */
export function useServerNow(everyMs = 1000): number | undefined {
  const [now, setNow] = useState(serverNowMs)
  useEffect(() => {
    const tick = setInterval(() => setNow(serverNowMs()), everyMs)
    let retry: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const known = await askServerTime()
      if (known) setNow(serverNowMs())
      else retry = setTimeout(() => void ask(), RETRY_MS)
    }
    void ask()
    return () => {
      clearInterval(tick)
      clearTimeout(retry)
    }
  }, [everyMs])
  return now
}

async function askServerTime(): Promise<boolean> {
  const sentAt = performance.now()
  const answer = await api.get('/api/time')
  if (answer.status === 'ok') setServerTime(answer.value.now, sentAt)
  return serverNowMs() !== undefined
}
