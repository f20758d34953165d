import { useState } from 'preact/hooks'
import { forgetDraft, keepDraft, readDraft } from '../../forms/drafts.ts'
import type { Wanted } from '../availability/paths.ts'

const NAME = 'sent'
const NOTHING = { wanted: '', done: '' }

/** what became of the last application of this tab, so that the way back does not lead to an empty form. */
export function keepSent(wanted: Wanted, done: string): void {
  keepDraft(NAME, { wanted: JSON.stringify(wanted), done })
}

/** The page that tells of it, where it was for this very time; nothing from then on that the reader wants to apply again. */
export function useSentBefore(wanted: Wanted): readonly [done: string, again: () => void] {
  const [kept, setKept] = useState(() => readDraft(NAME, NOTHING))
  const again = () => {
    forgetDraft(NAME)
    setKept(NOTHING)
  }
  return [kept.wanted === JSON.stringify(wanted) ? kept.done : '', again]
}
