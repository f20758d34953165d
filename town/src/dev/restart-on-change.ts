import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import type { Supervisor } from '../processes/supervisor.ts'
import { changedParts } from './changed-parts.ts'

/** An editor writes a file in several steps, and a branch changes many at once. */
const SETTLES_MS = 200

/** Starts processes again, one after the other, when a file that they run has changed. */
export function restartOnChange(supervisor: Supervisor, log: (line: string) => void): Disposable {
  const changed = new Set<string>()
  let last = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const restartAll = async () => {
    const names = [...changed]
    changed.clear()
    for (const name of names) await restart(supervisor, name, log)
  }
  const note = (file: string) => {
    for (const name of changedParts(file)) changed.add(name)
    clearTimeout(timer)
    timer = setTimeout(() => (last = last.then(restartAll)), SETTLES_MS)
  }
  const watchers = ['libs', 'services', 'gateway'].map(folder => watchFolder(folder, note))
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}

function watchFolder(folder: string, note: (file: string) => void): FSWatcher {
  return watch(path.join(repositoryRoot, folder), { recursive: true }, (_, name) => {
    if (name !== null) note(path.posix.join(folder, name))
  })
}

async function restart(supervisor: Supervisor, name: string, log: (line: string) => void): Promise<void> {
  const begun = performance.now()
  try {
    await supervisor.stop(name)
    await supervisor.start(name)
    log(`  ${name} runs the files as they are now (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
  }
}
