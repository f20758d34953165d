import { isAnyFormDirty } from '../forms/dirty.ts'

const NAME = 'reloaded-for-new-release'

/**
 * A tab older than the last release asks for chunks that are gone: it is loaded anew, once, and never while a form holds
 * text that nobody has sent. The screen then shows its own retry instead.
 */
export function guardPreloads(): void {
  addEventListener('vite:preloadError', event => {
    if (isAnyFormDirty() || alreadyReloaded()) return
    event.preventDefault()
    location.reload()
  })
}

function alreadyReloaded(): boolean {
  try {
    const before = sessionStorage.getItem(NAME)
    sessionStorage.setItem(NAME, 'yes')
    return before !== null
  } catch {
    return true
  }
}
