import type { Language } from '@asaichi/contract/actor.ts'
import { useEffect, useState } from 'preact/hooks'
import { onLanguage, shownLanguage } from './texts.ts'

/** The language shown now; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const [language, setLanguage] = useState(shownLanguage)
  useEffect(() => {
    setLanguage(shownLanguage())
    return onLanguage(() => setLanguage(shownLanguage()))
  }, [])
  return language
}
