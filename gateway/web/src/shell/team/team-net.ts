import { net } from '../../api/client.ts'

const DEADLINE_MS = 15_000
/** So long after a press or a key a read is still somebody's. */
const QUIET_MS = 60_000

type Fetch = (typeof net)['fetch']
let askCode: (() => Promise<boolean>) | undefined
let actedAt = 0
let isThere = false

/**
 * V9, D23: before the way out of the pages of who works for a city: a read that nobody pressed for says so, and an act that wants a
 * fresh second factor waits for it and is sent once more. `ask` answers whether it was given.
 */
export function passTeamNet(ask: () => Promise<boolean>): () => void {
  askCode = ask
  if (!isThere) {
    isThere = true
    act()
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, act, true)
    net.fetch = passing(net.fetch)
  }
  return () => {
    if (askCode === ask) askCode = undefined
  }
}

function act(): void {
  actedAt = performance.now()
}

function passing(plain: Fetch): Fetch {
  return async (url, init) => {
    const response = await plain(url, isQuiet(init) ? withHeader(init) : init)
    if (response.status !== 403 || !(await isStepUp(response))) return response
    // The first wait has run out meanwhile, so the second has one of its own.
    return (await askCode?.()) ? plain(url, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) }) : response
  }
}

function isQuiet({ method }: RequestInit): boolean {
  return method === 'get' && performance.now() - actedAt > QUIET_MS
}

function withHeader(init: RequestInit): RequestInit {
  return { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-background': '1' } }
}

async function isStepUp(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'step-up-needed'
}
