import { processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'
import { DemoKeypad } from './demo/demo-doors.ts'

const Link = z.strictObject({ title: z.string().min(1).max(60), url: z.url({ protocol: /^https?$/ }) })

const settings = {
  NATS_URL: z.string().min(1),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:8080'),
  /** Signs links that need no login, such as a calendar's; one for all processes of a town. */
  LINK_KEY: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
  /** How many proxies of our own stand in front; 0 believes no `X-Forwarded-For` at all. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(8).default(0),
  /** All requests of one network address, per second. */
  RATE_REQUESTS: z.coerce.number().positive().default(50),
  /** Writes of one person, however many sessions they have, or of one network address without a session, per second. */
  RATE_WRITES: z.coerce.number().positive().default(10),
  IN_FLIGHT_MAX: z.coerce.number().int().min(1).default(4_000),
  /** The folder of the built web app; without it `/` is a small page that says what runs. */
  WEB_DIR: z.string().min(1).optional(),
  /** JSON list of `{title, url}` for that page: the mail catcher of the demo, keypads. */
  DEMO_LINKS: jsonList(Link),
  /** The demo's mail catcher, whose mails a page of the app then shows to anyone. */
  DEMO_MAIL_URL: z.url({ protocol: /^http$/ }).optional(),
  /** JSON list of `{lockId, name, translations, url}`: the virtual keypads of the demo, which anyone may then press. */
  DEMO_KEYPADS: jsonList(DemoKeypad),
}

/** What the front door is told; it has no database. */
export const config = processEnv.extend(settings).superRefine((set, context) => {
  if (set.NODE_ENV !== 'production') return
  for (const name of ['DEMO_MAIL_URL', 'DEMO_KEYPADS'] as const)
    if (set[name] !== undefined && set[name].length > 0)
      context.addIssue({ code: 'custom', path: [name], message: 'refused in production' })
})
export type Config = z.output<typeof config>

function jsonList<S extends z.ZodType>(item: S) {
  return z
    .string()
    .default('[]')
    .transform((text, context) => parsedList(item, text) ?? (context.addIssue('not a JSON list'), z.NEVER))
}

function parsedList<S extends z.ZodType>(item: S, text: string): readonly z.output<S>[] | undefined {
  try {
    return z.array(item).safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
