import { type MsgHdrs, headers as natsHeaders } from '@nats-io/transport-node'

export const ERROR = 'Nats-Service-Error'
export const ERROR_CODE = 'Nats-Service-Error-Code'
export const TRACE = 'traceparent'

/** What a span of ours says of the bus, by OpenTelemetry's conventions. */
export const NATS = { 'messaging.system': 'nats' } as const

/** Before the name of whoever asks; each may hear its own inbox only. */
const INBOX = '_INBOX_'

export function inboxOf(party: string): string {
  return `${INBOX}${party}`
}

/** Whether an answer would reach somebody who asks: a service must not be made to speak to another under its own name. */
export function isAnswerable(message: { readonly reply?: string }): boolean {
  return message.reply?.startsWith(INBOX) ?? false
}

/** A fact is small or it is not told: half of what the server takes leaves room for headers and JSON. */
export const MOST_BYTES = 512 * 1024

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export function encode(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value ?? {}))
}

/** Throws on anything that is not UTF-8 JSON. */
export function decode(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}

export function headers(fields: Readonly<Record<string, string | undefined>>): MsgHdrs {
  const result = natsHeaders()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) result.set(name, value)
  return result
}

export function header(
  message: { readonly headers?: MsgHdrs | undefined },
  name: string,
): string | undefined {
  const value = message.headers?.get(name)
  return value === '' ? undefined : value
}
