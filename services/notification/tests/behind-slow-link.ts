import { type NotificationBed, startNotificationBed } from './notification-bed.ts'
import { openSlowLink, type SlowLink } from './slow-link.ts'

export type BehindSlowLink = { readonly bed: NotificationBed; readonly link: SlowLink } & AsyncDisposable

/** The service with a link between it and its mail server that a test can slow down. */
export async function startBehindSlowLink(): Promise<BehindSlowLink> {
  const opened = Promise.withResolvers<SlowLink>()
  const bed = await startNotificationBed({
    smtpUrl: async catcher => {
      const slow = await openSlowLink(Number(new URL(catcher.smtpUrl).port))
      opened.resolve(slow)
      return `smtp://127.0.0.1:${slow.port}`
    },
  })
  const link = await opened.promise
  return {
    bed,
    link,
    async [Symbol.asyncDispose]() {
      await bed[Symbol.asyncDispose]()
      await link[Symbol.asyncDispose]()
    },
  }
}
