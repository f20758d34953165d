import { Hono } from 'hono'
import { z } from 'zod'
import { listPage, mailPage, missingPage } from './mail-pages.ts'
import type { Mailbox } from './mailbox.ts'

const SHOWN = 200

// Caught mails are somebody else's markup: nothing in them may run here or tell a server that it was read.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const Filter = z.strictObject({
  to: z.string().optional(),
  subject: z.string().optional(),
  after: z.union([z.string().regex(/^\d+$/), z.iso.datetime()]).optional(),
  limit: z.coerce.number().int().min(1).optional(),
})

/** The pages for people and the JSON for programs over one mailbox. */
export function mailWeb(mailbox: Mailbox): Hono {
  const web = new Hono()
  web.use(async (context, next) => {
    await next()
    context.header('content-security-policy', POLICY)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cache-control', 'no-store')
  })
  web.get('/', context => context.html(listPage(mailbox.find({}).slice(0, SHOWN))))
  web.get('/mails/:id{[0-9]+}', context => {
    const mail = mailbox.get(Number(context.req.param('id')))
    return mail === undefined ? context.html(missingPage(), 404) : context.html(mailPage(mail))
  })
  web.get('/api/mails', context => {
    const filter = Filter.safeParse(context.req.query())
    return filter.success
      ? context.json({ mails: mailbox.find(filter.data).slice(0, filter.data.limit) })
      : context.json({ problem: z.prettifyError(filter.error) }, 400)
  })
  web.delete('/api/mails', async context => {
    await mailbox.clear()
    return context.body(null, 204)
  })
  return web
}
