import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { CaughtMail } from './caught-mail.ts'
import type { Mailbox } from './mailbox.ts'

export type MailFaults = {
  /** Refuses the next `count` mails with this SMTP reply code, such as 451 or 550. */
  readonly failNext: (count: number, code: number) => void
  /** Keeps the next `count` mails and then drops the connection without an answer: the sender cannot know. */
  readonly dropAfterData: (count: number) => void
  /** How mail to one address fares from now on: refused with a reply code, or taken and answered late. */
  readonly treat: (address: string, treatment: Treatment) => void
}
type Treatment = { readonly refuseWith?: number; readonly answerAfterMs?: number }

export type SmtpSink = {
  readonly port: number
  readonly faults: MailFaults
  readonly stop: () => Promise<void>
}

const LARGEST_MAIL_BYTES = 10_000_000
const KEPT_HEADERS = new Set([
  'date',
  'reply-to',
  'list-unsubscribe',
  'auto-submitted',
  'content-language',
  'references',
])

/** An SMTP server for loopback, without accounts or TLS, that puts every mail into the mailbox. */
export async function listenForMail(mailbox: Mailbox, port: number): Promise<SmtpSink> {
  const sockets = new Map<number, Socket>()
  const planned = { refusals: 0, code: 451, drops: 0 }
  const treatments = new Map<string, Treatment>()
  const treatmentOf = (address: string) => treatments.get(address.toLowerCase()) ?? {}

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const raw = await buffer(stream)
    if (stream.sizeExceeded) throw refusal(552, 'Too large')
    if (planned.refusals > 0) {
      planned.refusals -= 1
      throw refusal(planned.code, 'Refused as planned')
    }
    await mailbox.add(await readMail(raw, session))
    if (planned.drops > 0) {
      planned.drops -= 1
      sockets.get(session.remotePort)?.destroy()
      throw refusal(421, 'Dropped as planned')
    }
    const waits = session.envelope.rcptTo.map(({ address }) => treatmentOf(address).answerAfterMs ?? 0)
    await setTimeout(Math.max(0, ...waits), undefined, { ref: false })
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    closeTimeout: 500,
    // Otherwise it refuses two dots in a quoted local part too, as carriers gave out (B2, RFC 5321 4.1.2).
    lenientAddressParsing: true,
    onRcptTo: ({ address }, _session, answer) => {
      const code = treatmentOf(address).refuseWith
      answer(code === undefined ? undefined : refusal(code, 'Refused as planned'))
    },
    onData: (stream, session, answer) => void receive(stream, session).then(() => answer(), answer),
  })
  // A sender that goes away in the middle of a mail is its own affair.
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: portOf(server),
    faults: {
      failNext: (count, code) => void Object.assign(planned, { refusals: count, code }),
      dropAfterData: count => void Object.assign(planned, { drops: count }),
      treat: (address, treatment) => void treatments.set(address.toLowerCase(), treatment),
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  }
}

async function readMail(raw: Buffer, session: SMTPServerSession): Promise<Omit<CaughtMail, 'id'>> {
  const mail = await PostalMime.parse(raw)
  const { mailFrom, rcptTo } = session.envelope
  return {
    to: rcptTo.map(({ address }) => address),
    from: mail.from?.address ?? (mailFrom ? mailFrom.address : ''),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    receivedAt: new Date().toISOString(),
    attachments: mail.attachments.flatMap(({ filename, mimeType, content }) =>
      mimeType.startsWith('text/')
        ? [{ name: filename ?? '', mediaType: mimeType, text: textOf(content) }]
        : [],
    ),
    headers: Object.fromEntries(
      mail.headers.filter(({ key }) => KEPT_HEADERS.has(key)).map(({ key, value }) => [key, value]),
    ),
  }
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  // As it came: the parser keeps line feeds alone, and text in a mail has both (RFC 2046 4.1.1).
  return text.replaceAll(/\r?\n/g, '\r\n')
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

function portOf({ server }: SMTPServer): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail catcher has no port')
  return address.port
}
