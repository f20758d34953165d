import type { CpuProfile } from './cpu-profile.ts'

const ANSWERS_WITHIN_MS = 30_000
// Fine enough for functions of some microseconds, and hardly felt.
const EVERY_US = 500

type Reply = { readonly id?: number; readonly result?: unknown }

/** Profiles a process that was started with `--inspect` from here until the answer is called, and not its start. */
export async function startProfiling(inspectPort: number): Promise<() => Promise<CpuProfile>> {
  const listed = await fetch(`http://127.0.0.1:${inspectPort}/json/list`)
  // Safe: Node's own list of what can be inspected.
  const [target] = (await listed.json()) as readonly { readonly webSocketDebuggerUrl: string }[]
  if (!target) throw new Error('The process cannot be inspected')
  const ask = await openInspector(target.webSocketDebuggerUrl)
  await ask('Profiler.enable')
  await ask('Profiler.setSamplingInterval', { interval: EVERY_US })
  await ask('Profiler.start')
  return async () => {
    // Safe: the answer of this method in the protocol of V8's inspector.
    const { profile } = (await ask('Profiler.stop')) as { readonly profile: CpuProfile }
    return profile
  }
}

type Ask = (method: string, params?: object) => Promise<unknown>

async function openInspector(url: string): Promise<Ask> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    // Safe: the inspector's own messages; those without an id are notices.
    const { id, result } = JSON.parse(String(data)) as Reply
    if (id === undefined) return
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error('The inspector does not answer')), { once: true })
  })
  let id = 0
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWERS_WITHIN_MS)
      id += 1
      waiting.set(id, result => {
        clearTimeout(limit)
        resolve(result)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
