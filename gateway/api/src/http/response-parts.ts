/** An answer before it is a Response or is written to the socket. */
export type ResponseParts = {
  readonly status: number
  /** Made for this answer alone. */
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}
