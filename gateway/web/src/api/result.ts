/** No answer worth the name: the network, the town's own trouble, or too many at once. Trying again is right. */
export type Away = {
  readonly status: 'away'
  readonly reason: 'offline' | 'busy' | 'fault'
  /** The problem's code where there was one, such as `draw-in-progress`. */
  readonly code: string | undefined
  /** Seconds the server asked to wait. */
  readonly retryAfter: number | undefined
}
export type Refused<P> = { readonly status: 'refused'; readonly problem: P }
type Ok<V> = { readonly status: 'ok'; readonly value: V; readonly etag: string | undefined }
export type Result<V, P> = Ok<V> | Refused<P> | Away
