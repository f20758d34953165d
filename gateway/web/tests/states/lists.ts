import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SCREENS, type ScreenState } from './state.ts'

const ORDER = Object.keys(SCREENS)
type Exports = Readonly<Record<string, unknown>>

/** The states of every area that has a list in this folder (an export named `<area>States`), in the order of their screens. */
export async function allScreenStates(): Promise<readonly ScreenState[]> {
  const files = (await readdir(import.meta.dirname)).filter(file => file.endsWith('.ts')).sort()
  const lists: ScreenState[][] = []
  for (const file of files) {
    const exported = (await import(pathToFileURL(path.join(import.meta.dirname, file)).href)) as Exports
    // Safe: the name is the convention of these files, and each declares its type.
    for (const [name, list] of Object.entries(exported))
      if (name.endsWith('States') && Array.isArray(list)) lists.push(list as ScreenState[])
  }
  return lists.flat().toSorted((a, b) => ORDER.indexOf(a.screen) - ORDER.indexOf(b.screen))
}

/** Whether it is the first state of its screen. */
export function isFirstOfScreen(state: ScreenState, states: readonly ScreenState[]): boolean {
  return states.find(({ screen }) => screen === state.screen) === state
}
