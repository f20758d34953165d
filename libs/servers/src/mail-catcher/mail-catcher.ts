import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { mailWeb } from './mail-web.ts'
import { openMailbox } from './mailbox.ts'
import { listenForMail, type MailFaults } from './smtp-sink.ts'

export type MailCatcherOptions = {
  /** 0 takes any free port. */
  readonly smtpPort: number
  readonly httpPort: number
  /** Without a folder the mails are forgotten at the end. */
  readonly dir?: string
}

export type MailCatcher = MailFaults & {
  readonly smtpUrl: string
  readonly httpUrl: string
  readonly stop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Takes every mail over SMTP and shows it over HTTP; nothing leaves the machine. */
export async function startMailCatcher({
  smtpPort,
  httpPort,
  dir,
}: MailCatcherOptions): Promise<MailCatcher> {
  const mailbox = await openMailbox(dir)
  const sink = await listenForMail(mailbox, smtpPort)
  const web = serve({ fetch: mailWeb(mailbox).fetch, port: httpPort, hostname: '127.0.0.1' })
  await once(web, 'listening')
  const address = web.address()
  const stop = async () => {
    if ('closeAllConnections' in web) web.closeAllConnections()
    await Promise.all([sink.stop(), new Promise(resolve => web.close(resolve))])
  }
  return {
    ...sink.faults,
    smtpUrl: `smtp://127.0.0.1:${sink.port}`,
    httpUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : httpPort}`,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
