import type { Key as KeypadKey, KeypadState } from '@asaichi/contract/lock/keypad.ts'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import type { Worded } from '../../i18n/own-words.ts'
import { P, Say, T, useText } from '../../i18n/text.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useKeypad } from './use-keypad.ts'

const KEYS: readonly KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'square', '0', 'E']

type Door = Worded<'name'> & { readonly lockId: string }

/** A door's keypad as it hangs at the door; every key is a button, and digits may be typed while one has the focus. */
export function VirtualKeypad({ door }: { readonly door: Door }) {
  const { state, message, away, press, again } = useKeypad(door.lockId)
  if (!state) return away ? <AwayNotice away={away} onRetry={again} /> : <Loading />
  return (
    <section class="lock" aria-labelledby="door-name">
      <h2 id="door-name">
        <OwnText of={door} field="name" />
      </h2>
      <P
        k={state.locked ? 'kiosk.is-locked' : 'kiosk.is-open'}
        class={state.locked ? 'lock__bolt' : 'lock__bolt lock__bolt--open'}
      />
      <Keys state={state} onPress={press} />
      <p class="lock__hint">
        <Say message={hintOf(state)} />
      </p>
      <p class="lock__message" role="status">
        {message && <Say message={message} />}
      </p>
      {!state.locked && <Button kind="secondary" onClick={() => press('square')} k="kiosk.turn-knob" />}
      {!state.online && <P k="kiosk.offline" />}
      {away && <AwayNotice away={away} onRetry={again} />}
    </section>
  )
}

type KeysProps = { readonly state: KeypadState; readonly onPress: (key: KeypadKey) => void }

function Keys({ state, onPress }: KeysProps) {
  const t = useText()
  return (
    <div
      class={state.lit ? 'keypad keypad--lit' : 'keypad'}
      role="group"
      aria-label={t('kiosk.keys')}
      onKeyDown={event => {
        const key = KEYS.find(one => one === event.key.toUpperCase())
        if (key !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) onPress(key)
      }}
    >
      <p class="keypad__typed">
        <span aria-hidden="true">{'●'.repeat(state.digitsTyped)}</span>
        <span class="visually-hidden">
          {state.lit && <T k="kiosk.typed" p={{ count: state.digitsTyped }} />}
        </span>
      </p>
      {KEYS.map(key => (
        <button key={key} type="button" class="keypad__key" onClick={() => onPress(key)}>
          {key === 'square' ? (
            <>
              <span aria-hidden="true">□</span>
              <span class="visually-hidden">{t('kiosk.square')}</span>
            </>
          ) : (
            key
          )}
        </button>
      ))}
    </div>
  )
}

function hintOf({ locked, lit, digitsTyped, heldSeconds }: KeypadState) {
  if (heldSeconds > 0 && !lit) return say('kiosk.hint-paused', { seconds: heldSeconds })
  if (lit) return say(digitsTyped === 0 ? 'kiosk.hint-code' : 'kiosk.hint-enter')
  return say(locked ? 'kiosk.hint-square' : 'kiosk.hint-lock')
}
