import { z } from 'zod'

/** Parses the process's environment once; a bad one ends the process with one line a person can act on. */
export function parseEnv<S extends z.ZodType>(schema: S): z.output<S> {
  const result = schema.safeParse(process.env)
  if (result.success) return result.data
  const problems = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  process.stderr.write(`Environment not usable: ${problems.join('; ')}\n`)
  process.exit(78)
}

/** A TCP port to listen on; 0 takes any free one. */
export const port = z.coerce.number().int().min(0).max(65_535)

/** What every process of the town is told. Descriptions are the words of docs/environment.md, `secret` is kept from logs and files. */
export const processEnv = z.object({
  HEALTH_HOST: z.string().min(1).default('127.0.0.1').describe('Where health and metrics listen.'),
  HEALTH_PORT: port
    .default(0)
    .describe('`/livez`, `/startupz`, `/readyz` and `/metrics`; 0 takes any free port.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least that is logged, a JSON line each on stdout.'),
  TOWN_CLOCK: z
    .enum(['real', 'movable'])
    .default('real')
    .describe('`movable` follows a clock that tests and the demo move; refused in production.'),
  EXIT_WITH_PARENT: z
    .enum(['0', '1'])
    .default('0')
    .describe('`1` drains and ends when stdin ends: its supervisor is gone.'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'A collector of traces, as OTLP/HTTP, such as `http://otel-collector:4318`; not told, no span is made.',
    ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .describe('The share of traces that is kept whole; what failed is kept besides.'),
  NODE_ENV: z.string().default('development').describe('`production` refuses what is the demo’s alone.'),
})
export type ProcessEnv = z.output<typeof processEnv>

/** Where a file is, such as a certificate; not told, there is none. */
export const file = z.string().min(1).optional()

/** How a process reaches the bus, and as whom. */
export const busEnv = z.object({
  NATS_URL: z
    .string()
    .regex(/^[^@\s,]+(,[^@\s,]+)*$/, 'servers with commas between them; who we are is said by NATS_SEED')
    .describe('The bus: NATS with JetStream, one server or several with commas between them.'),
  NATS_SEED: z
    .string()
    .regex(/^SU[A-Z2-7]{56}$/, 'the seed of a user nkey')
    .meta({ description: 'The seed of this process’s own user at NATS.', secret: true }),
  NATS_TLS_CA: file.describe('A file with who vouches for the servers; with it nothing goes in clear.'),
  NATS_TLS_CERT: file.describe('A file with our own certificate, for servers that ask for one.'),
  NATS_TLS_KEY: file.describe('A file with its key.'),
})
export type BusEnv = z.output<typeof busEnv>

/** A key of one kind of process, for one purpose; `what` is the rest of a sentence that begins with its form. */
export function secretKey(what: string) {
  return z
    .string()
    .regex(/^[0-9a-f]{64}$/, '32 bytes in hex')
    .meta({ description: `32 bytes in hex that no other kind of process knows: ${what}`, secret: true })
}

/** The key that another has taken the place of, as long as what was made with it is still about. */
export function oldKey(of: string) {
  return z
    .string()
    .regex(/^[0-9a-f]{64}$/, '32 bytes in hex')
    .optional()
    .meta({
      description: `The ${of} before this one: makes nothing any more, but what it made still counts.`,
      secret: true,
    })
}

/** What a service with its own schema is told besides. */
export const serviceEnv = processEnv.extend({
  DATABASE_URL: z
    .string()
    .min(1)
    .meta({ description: 'PostgreSQL, as the service’s own role and schema.', secret: true }),
  MIGRATE_URL: z.string().min(1).optional().meta({
    description:
      'PostgreSQL as somebody who may act as the schema’s owner, to bring it up to date at the start. Better not told to a service: without it the process waits until that was done.',
    secret: true,
  }),
  ...busEnv.shape,
  PUBLIC_URL: z
    .url()
    .default('http://localhost:8080')
    .describe('The address people know, for links in mails.'),
})
export type ServiceEnv = z.output<typeof serviceEnv>
