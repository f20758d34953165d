import { processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

const Links = z.array(
  z.strictObject({ title: z.string().min(1).max(60), url: z.url({ protocol: /^https?$/ }) }),
)

/** What the front door is told; it has no database. */
export const config = processEnv.extend({
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
  /** Writes of one session, or of one network address that has none, per second. */
  RATE_WRITES: z.coerce.number().positive().default(10),
  IN_FLIGHT_MAX: z.coerce.number().int().min(1).default(4_000),
  /** The folder of the built web app; without it `/` is a small page that says what runs. */
  WEB_DIR: z.string().min(1).optional(),
  /** JSON list of `{title, url}` for that page: the mail catcher of the demo, keypads. */
  DEMO_LINKS: z
    .string()
    .default('[]')
    .transform((text, context) => parseLinks(text) ?? (context.addIssue('not a JSON list'), z.NEVER)),
})
export type Config = z.output<typeof config>

function parseLinks(text: string): z.output<typeof Links> | undefined {
  try {
    return Links.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
