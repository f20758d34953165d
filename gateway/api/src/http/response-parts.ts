/** An answer before it is a Response or is written to the socket. */
export type ResponseParts = {
  readonly status: number
  /** Made for this answer alone. */
  readonly headers: Record<string, string>
  /** Only through Hono, which logins take. */
  readonly alsoCookie?: string | undefined
  readonly body: string | Uint8Array<ArrayBuffer> | null
}
