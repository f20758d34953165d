import { useEffect, useState } from 'preact/hooks'
import type { TextArea } from '../i18n/catalogue.ts'
import { wantTexts } from '../i18n/texts.ts'

const RETRY_MS = 3000
const MOST_TRIES = 20

/** A part of a screen that few readers need, in a chunk of its own with its texts: nothing until both are there. */
export function useLater<M extends object>(
  load: () => Promise<M>,
  texts: readonly TextArea[],
): M | undefined {
  const [part, setPart] = useState<M>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (part) return
    let again: ReturnType<typeof setTimeout> | undefined
    const failed = () => {
      if (tries < MOST_TRIES) again = setTimeout(() => setTries(tries + 1), RETRY_MS)
    }
    void Promise.all([load(), wantTexts(texts)]).then(([loaded]) => setPart(loaded), failed)
    return () => clearTimeout(again)
  }, [tries])
  return part
}
