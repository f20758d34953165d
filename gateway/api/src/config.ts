import { busEnv, oldKey, port, processEnv, secretKey } from '@asaichi/service/env.ts'
import { z } from 'zod'
import { DemoKeypad } from './demo/demo-doors.ts'

const Link = z.strictObject({ title: z.string().min(1).max(60), url: z.url({ protocol: /^https?$/ }) })

const settings = {
  ...busEnv.shape,
  HOST: z.string().min(1).default('127.0.0.1').describe('Where the front door listens.'),
  PORT: port.default(8080).describe('Its port.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:8080')
    .describe('The address people know: writes are taken from its pages alone.'),
  LINK_KEY: secretKey('signs links that need no login, such as a calendar’s. One for all front doors.'),
  LINK_KEY_OLD: oldKey('LINK_KEY'),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe('How many proxies of our own stand in front; 0 believes no `X-Forwarded-For` at all.'),
  RATE_REQUESTS: z.coerce
    .number()
    .positive()
    .default(50)
    .describe('All requests of one network address, per second.'),
  RATE_WRITES: z.coerce
    .number()
    .positive()
    .default(10)
    .describe(
      'Writes of one person, however many sessions, or of one address without a session, per second.',
    ),
  IN_FLIGHT_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(4_000)
    .describe('Requests in work at once; more are asked to come again.'),
  WEB_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('The folder of the built web app; without it `/` is a small page that says what runs.'),
  DEMO_LINKS: jsonList(Link).describe(
    'JSON list of `{title, url}` for that page: the mail catcher, keypads.',
  ),
  DEMO_MAIL_URL: z
    .url({ protocol: /^http$/ })
    .optional()
    .describe('The demo’s mail catcher, whose mails a page then shows to anyone. Refused in production.'),
  DEMO_KEYPADS: jsonList(DemoKeypad).describe(
    'JSON list of `{lockId, name, translations, url}`: virtual keypads anyone may press. Refused in production.',
  ),
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
