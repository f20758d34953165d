import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from './config.ts'
import { LANES } from './domain/lanes.ts'

export type OutgoingMail = {
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly date: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What the mail server said. `error` is its code and nothing else: its words quote the address. */
export type Delivery =
  | { readonly status: 'accepted' }
  | { readonly status: 'refused'; readonly error: string }
  | { readonly status: 'unclear'; readonly error: string }

export type Mailer = {
  readonly send: (mail: OutgoingMail) => Promise<Delivery>
  /** Lets a delivery in progress end, or with `force` breaks it off. */
  readonly close: (options?: { readonly force?: boolean }) => void
}

/** The whole of a delivery, however slowly a server trickles; with the questions before it, shorter than a lease. */
const SEND_MS = 40_000
const CONNECT_MS = 5_000
const SOCKET_MS = 20_000
/** Shorter than servers keep an idle connection, so that a mail never starts on one the server has left. */
const IDLE_MS = 30_000

/** Speaks SMTP over a few kept connections, one for each mail the lanes let out at once. */
export function openMailer({ SMTP_URL, MAIL_FROM }: Pick<Config, 'SMTP_URL' | 'MAIL_FROM'>): Mailer {
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: LANES.codes + LANES.decisions + LANES.bulk,
    // A try that ended in doubt is counted and repeated by us, never silently by the pool.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    dnsTimeout: CONNECT_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: mail =>
      transport
        .sendMail({ ...messageOf(mail), from: MAIL_FROM, signal: AbortSignal.timeout(SEND_MS) })
        .then(() => ({ status: 'accepted' as const }), deliveryOf),
    close: options => transport.close(options),
  }
}

function messageOf({ messageId, to, date, language, subject, text, html }: OutgoingMail) {
  return {
    messageId,
    to: { ...to },
    date: new Date(date),
    subject,
    text,
    html,
    // RFC 3834: no vacation reply, please.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

// 5yz to the envelope or the message itself is the server's last word on this mail, and so is an address SMTP cannot carry.
// 5yz to a login, a greeting or a command out of order is our trouble, not the mail's, and passes once somebody has mended it.
function deliveryOf(error: unknown): Delivery {
  const { code = 'unknown', command, responseCode } = SmtpError.parse(error)
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode === undefined)
    return { status: aboutThisMail && command === 'API' ? 'refused' : 'unclear', error: code }
  const permanent = responseCode >= 500 && responseCode !== 503
  return { status: aboutThisMail && permanent ? 'refused' : 'unclear', error: `SMTP ${responseCode}` }
}

const SmtpError = z.object({
  code: z
    .string()
    .regex(/^E[A-Z0-9]+$/)
    .optional()
    .catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.int().optional().catch(undefined),
})
