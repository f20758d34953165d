import { useEffect, useRef, useState } from 'preact/hooks'

/** What each single key does: `{ j: next, a: approve }`. */
type Shortcuts = Readonly<Record<string, () => void>>

const NAME = 'staff-shortcuts'

/** T3: single keys, silent while something is typed or a dialog is open, and off for whoever wants none (WCAG 2.1.4). */
export function useShortcuts(keys: Shortcuts): {
  readonly isOn: boolean
  readonly turn: (on: boolean) => void
} {
  const [isOn, setOn] = useState(remembered)
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      const act = now.current[event.key.toLowerCase()]
      if (!act || !isFree(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
  const turn = (on: boolean) => {
    setOn(on)
    remember(on)
  }
  return { isOn, turn }
}

// keyCode 229 is how Safari says that an input method is at work.
function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false
  if (event.isComposing || event.keyCode === 229) return false
  const at = event.target instanceof Element ? event.target : document.body
  return !at.closest(TYPING) && !document.querySelector('dialog[open]')
}

const TYPING = 'textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]'

function remembered(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off')
  } catch {
    // For this page only where storage is forbidden.
  }
}
