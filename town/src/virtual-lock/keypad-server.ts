import { readFile } from 'node:fs/promises'
import { Key, type KeypadState } from '@asaichi/contract/lock/keypad.ts'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import type { VirtualLock } from './virtual-lock.ts'

const BODY_BYTES_MAX = 1_024
const PAGE = new URL('./page/', import.meta.url)

const Press = z.strictObject({ key: Key })
const SwitchesBody = z.strictObject({
  offline: z.boolean().optional(),
  dropReports: z.boolean().optional(),
  clockSkewSeconds: z.number().min(-86_400).max(86_400).optional(),
  factoryReset: z.literal(true).optional(),
  foreignCode: z
    .string()
    .regex(/^\d{4,10}$/)
    .optional(),
})

/** A lock whose door has a page; one that has switches can be broken for a test. */
export type KeypadLock = {
  readonly press: (key: Key) => void
  readonly state: () => Omit<KeypadState, 'doorName'>
  readonly flip?: VirtualLock['flip']
}
export type KeypadServer = { readonly port: number } & AsyncDisposable
export type KeypadOptions = { readonly host: string; readonly port: number; readonly doorName: string }

/** The keypad of one door over HTTP: a page to press, and the same keys for programs. */
export async function startKeypad(lock: KeypadLock, options: KeypadOptions): Promise<KeypadServer> {
  const app = await keypadApp(lock, options.doorName)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, ({ port }) =>
      resolve({
        port,
        async [Symbol.asyncDispose]() {
          const closed = new Promise<void>(done => server.close(() => done()))
          if ('closeAllConnections' in server) server.closeAllConnections()
          await closed
        },
      }),
    )
    server.once('error', reject)
  })
}

async function keypadApp(lock: KeypadLock, doorName: string): Promise<Hono> {
  const [html, css, js] = await Promise.all(
    ['index.html', 'page.css', 'page.js'].map(name => readFile(new URL(name, PAGE), 'utf8')),
  )
  const state = (): KeypadState => ({ doorName, ...lock.state() })
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
      },
    }),
  )
  app.use(
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: context => context.json({ code: 'too-large' }, 413),
    }),
  )
  app.get('/', context => context.html(html ?? ''))
  app.get('/page.css', context => context.body(css ?? '', 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/page.js', context =>
    context.body(js ?? '', 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/state', context => context.json(state()))
  app.post('/keypad/press', async context => {
    const pressed = Press.safeParse(await context.req.json().catch(() => undefined))
    if (!pressed.success) return context.json({ code: 'malformed' }, 400)
    lock.press(pressed.data.key)
    return context.json(state())
  })
  const { flip } = lock
  if (flip)
    app.post('/switches', async context => {
      const switches = SwitchesBody.safeParse(await context.req.json().catch(() => undefined))
      if (!switches.success) return context.json({ code: 'malformed' }, 400)
      await flip(switches.data)
      return context.json(state())
    })
  app.onError((_error, context) => context.json({ code: 'internal' }, 500))
  return app
}
