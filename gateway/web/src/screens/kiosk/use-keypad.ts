import type { Key, KeypadState } from '@asaichi/contract/lock/keypad.ts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import type { Away, Result } from '../../api/result.ts'
import { type Message, say } from '../../i18n/message.ts'

const LOOK_MS = 1000

type Keypad = {
  readonly state: KeypadState | undefined
  /** What happened last while somebody looked on. */
  readonly message: Message | undefined
  readonly away: Away | undefined
  readonly press: (key: Key) => void
  readonly again: () => void
}

/** A door's keypad: presses go one after the other, in the order of the fingers, and the door is looked at every second. */
export function useKeypad(lockId: string): Keypad {
  const [state, setState] = useState<KeypadState>()
  const [message, setMessage] = useState<Message>()
  const [away, setAway] = useState<Away>()
  const before = useRef<KeypadState>()
  const line = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const take = useCallback((answer: Result<KeypadState, unknown>, key?: Key) => {
    setAway(answer.status === 'away' ? answer : undefined)
    if (answer.status !== 'ok') return
    const told = whatHappened(before.current, answer.value, key)
    before.current = answer.value
    setState(answer.value)
    if (told) setMessage(told.message)
  }, [])
  const queue = useCallback(
    (ask: () => Promise<Result<KeypadState, unknown>>, key?: Key) => {
      waiting.current += 1
      line.current = line.current.then(async () => {
        take(await ask(), key)
        waiting.current -= 1
      })
    },
    [take],
  )
  const look = useCallback(() => {
    queue(() => api.get('/api/demo/keypads/{lockId}', { params: { lockId } }))
  }, [queue, lockId])
  useEffect(() => {
    look()
    const timer = setInterval(() => {
      // A press tells the state too, and a slow door must not be asked faster than it answers.
      if (document.visibilityState === 'visible' && waiting.current === 0) look()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [look])
  const press = (key: Key) =>
    queue(() => api.post('/api/demo/keypads/{lockId}/press', { params: { lockId }, body: { key } }), key)
  return { state, message, away, press, again: look }
}

function whatHappened(
  before: KeypadState | undefined,
  now: KeypadState,
  key: Key | undefined,
): { readonly message: Message | undefined } | undefined {
  if (!before) return undefined
  const result = now.lastResult
  // While the town's clock stands, two entries have the same result to the millisecond: E tells them apart.
  const isEntry = key === 'E' && before.lit && before.digitsTyped > 0
  if (result && (isEntry || JSON.stringify(result) !== JSON.stringify(before.lastResult)))
    return { message: result.status === 'open' ? say('kiosk.opened') : say(`kiosk.denied-${result.reason}`) }
  if (!before.locked && now.locked) return { message: say('kiosk.locked-now') }
  if (!before.lit && now.lit) return { message: say('kiosk.lit-now') }
  // The first digit: what was said of the light has been heeded.
  return before.digitsTyped === 0 && now.digitsTyped > 0 ? { message: undefined } : undefined
}
