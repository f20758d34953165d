type Listener = () => void

const ended = new Set<Listener>()
const doubted = new Set<Listener>()
const changed = new Set<Listener>()

/** Told by the client at a 401 `no-session`; the session's provider listens. */
export function sessionEnded(): void {
  for (const tell of ended) tell()
}

export function onSessionEnded(listener: Listener): () => void {
  ended.add(listener)
  return () => ended.delete(listener)
}

/** Told by the client at a 409 `other-person`: whom the page shows is no longer who is logged in. */
export function sessionDoubted(): void {
  for (const tell of doubted) tell()
}

export function onSessionDoubted(listener: Listener): () => void {
  doubted.add(listener)
  return () => doubted.delete(listener)
}

/** Told by the provider after a login or logout: what is on the screen is asked for again. */
export function sessionChanged(): void {
  for (const tell of changed) tell()
}

export function onSessionChanged(listener: Listener): () => void {
  changed.add(listener)
  return () => changed.delete(listener)
}
