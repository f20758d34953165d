import type { Language } from '@asaichi/contract/actor.ts'
import type { Key, TextArea } from './catalogue.ts'
import { tagOf } from './languages.ts'

type Texts = Readonly<Record<string, string>>

// One chunk per file: a resident downloads one language of the areas they visit.
const FILES = import.meta.glob<{ readonly texts: Texts }>([
  './ja/*.ts',
  '!./ja/{admin,emergency,factor,headcount,holds,invitation,kiosk,permit,point-desk,report,spare,staff,staff-problems}.ts',
])

const loaded = new Map<string, Texts>()
const wanted = new Set<TextArea>()
const listeners = new Set<() => void>()
let shown: Language = 'ja'
let chosen: Language = shown

export function shownLanguage(): Language {
  return shown
}

/** The text as it is written, with its marks. */
export function rawText(key: Key): string {
  const dot = key.indexOf('.')
  return loaded.get(nameOf(shown, key.slice(0, dot)))?.[key.slice(dot + 1)] ?? key
}

/** Makes texts ready in the language shown now; they are loaded anew with every change of language. */
export async function wantTexts(areas: readonly TextArea[]): Promise<void> {
  for (const area of areas) wanted.add(area)
  await load(shown, areas)
}

/** Loads what is wanted in that language, then shows it, unless another has been chosen since. */
export async function showLanguage(language: Language): Promise<void> {
  chosen = language
  // What a screen comes to want meanwhile is loaded too.
  for (let ready = -1; ready < wanted.size; ) {
    ready = wanted.size
    await load(language, [...wanted])
  }
  if (language !== chosen) return
  shown = language
  document.documentElement.lang = tagOf(language)
  document.documentElement.dataset.language = language
  for (const tell of listeners) tell()
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function load(language: Language, areas: readonly TextArea[]): Promise<void> {
  await Promise.all(
    areas.map(async area => {
      const name = nameOf(language, area)
      if (!loaded.has(name)) loaded.set(name, await textsIn(`./${name}.ts`))
    }),
  )
}

async function textsIn(file: string): Promise<Texts> {
  const load = FILES[file] ?? (await import('./other-texts.ts')).OTHER_FILES[file]
  return (await load?.())?.texts ?? {}
}

function nameOf(language: Language, area: string): string {
  return `${language}/${area}`
}
