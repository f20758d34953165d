import { z } from 'zod'

/** Parses the process's environment once; a bad one ends the process with one line a person can act on. */
export function parseEnv<S extends z.ZodType>(schema: S): z.output<S> {
  const result = schema.safeParse(process.env)
  if (result.success) return result.data
  const problems = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  process.stderr.write(`Environment not usable: ${problems.join('; ')}\n`)
  process.exit(78)
}

/** What every process of the town is told. */
export const processEnv = z.object({
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TOWN_CLOCK: z.enum(['real', 'movable']).default('real'),
  EXIT_WITH_PARENT: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.string().default('development'),
})
export type ProcessEnv = z.output<typeof processEnv>

/** What a service with its own schema is told besides. */
export const serviceEnv = processEnv.extend({
  DATABASE_URL: z.string().min(1),
  NATS_URL: z.string().min(1),
  SECRET_KEY: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
  PUBLIC_URL: z.url().default('http://localhost:8080'),
})
export type ServiceEnv = z.output<typeof serviceEnv>
