import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Config } from './config.ts'
import { LANES } from './domain/lanes.ts'
import type { Attachment } from './domain/letter.ts'

export type OutgoingMail = {
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly date: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly Attachment[]
}

/**
 * What the mail server said. `error` is its code and nothing else: its words quote the address. `unclear`: not delivered, for all
 * we know; `maybe-taken`: the server had the message and its answer never came, so another try may be a second copy.
 */
export type Delivery =
  | { readonly status: 'accepted' }
  | { readonly status: 'refused' | 'unclear' | 'maybe-taken'; readonly error: string }

export type Mailer = {
  readonly send: (mail: OutgoingMail) => Promise<Delivery>
  /** Lets a delivery in progress end, or with `force` breaks it off. */
  readonly close: (options?: { readonly force?: boolean }) => void
}

export type MailRelay = Pick<Config, 'SMTP_URL' | 'MAIL_FROM'> &
  Partial<Pick<Config, 'SMTP_TLS' | 'SMTP_TLS_CA'>>

export type MailLimits = {
  /** To a connection and the server's greeting. */
  readonly greetingMs: number
  /** Of silence at any step; the longest that the protocol names is the answer to the final dot. */
  readonly answerMs: number
  /** The whole of a delivery, however slowly a server trickles. */
  readonly deliveryMs: number
}

/**
 * RFC 5321 4.5.3.2: five minutes for the greeting, ten after the final dot, where servers look for viruses; a shorter patience makes
 * copies. Half an hour is the sum of all steps.
 */
export const MAIL_LIMITS: MailLimits = {
  greetingMs: 5 * 60_000,
  answerMs: 10 * 60_000,
  deliveryMs: 30 * 60_000,
}
const DNS_MS = 5_000
/** Shorter than servers keep an idle connection, so that a mail never starts on one the server has left. */
const IDLE_MS = 30_000

/** Speaks SMTP over a few kept connections, one for each mail the lanes let out at once. */
export function openMailer(
  { SMTP_URL, SMTP_TLS, SMTP_TLS_CA, MAIL_FROM }: MailRelay,
  { greetingMs, answerMs, deliveryMs }: MailLimits = MAIL_LIMITS,
): Mailer {
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: LANES.codes + LANES.decisions + LANES.bulk,
    // A try that ended in doubt is counted and repeated by us, never silently by the pool.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    dnsTimeout: DNS_MS,
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS: SMTP_TLS !== 'offered' && !isHere(SMTP_URL),
    ...(SMTP_TLS_CA !== undefined && { tls: { ca: readFileSync(SMTP_TLS_CA) } }),
  })
  const begun = new Map<string, () => boolean>()
  // nodemailer names no step in its time-outs; whether the message was being read for the server tells that DATA had begun.
  transport.use('stream', ({ message }, done) => {
    message.processFunc(source => {
      begun.set(message.messageId(), () => source.readableDidRead)
      return source
    })
    done()
  })
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          ...messageOf(mail),
          from: MAIL_FROM,
          signal: AbortSignal.timeout(deliveryMs),
        })
        return { status: 'accepted' }
      } catch (error) {
        return deliveryOf(error, begun.get(mail.messageId)?.() ?? false)
      } finally {
        begun.delete(mail.messageId)
      }
    },
    close: options => transport.close(options),
  }
}

/** What is sent there never leaves this machine. */
function isHere(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)
}

function messageOf({ messageId, to, date, language, subject, text, html, attachments }: OutgoingMail) {
  return {
    messageId,
    to: { ...to },
    date: new Date(date),
    subject,
    text,
    html,
    attachments: attachments.map(({ name, mediaType, text: content }) => ({
      filename: name,
      contentType: mediaType,
      content,
    })),
    // RFC 3834: no vacation reply, please.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

// 5yz to the envelope or the message itself is the server's last word on this mail, and so is an address SMTP cannot carry.
// 5yz to a login, a greeting or a command out of order is our trouble, not the mail's, and passes once somebody has mended it.
function deliveryOf(error: unknown, dataBegun: boolean): Delivery {
  const { code = 'unknown', command, responseCode } = SmtpError.parse(error)
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode === undefined) {
    if (aboutThisMail && command === 'API') return { status: 'refused', error: code }
    return { status: dataBegun ? 'maybe-taken' : 'unclear', error: code }
  }
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
