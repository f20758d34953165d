import { ALL_SERVICES, type OutboxService } from '@asaichi/contract/town/town.ts'
import { busEnv, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** How many servers of NATS keep each fact. */
const STREAM_REPLICAS = z.coerce
  .number()
  .int()
  .min(1)
  .max(5)
  .default(1)
  .describe('How many servers of NATS keep each fact: 3 where there are three.')

/** What `init` is told. */
export const initEnv = z.object({
  ADMIN_URL: z.string().min(1).meta({
    description: 'PostgreSQL as the owner of the database, who may create roles.',
    secret: true,
  }),
  PASSWORD_IDENTITY: password('identity'),
  PASSWORD_CATALOG: password('catalog'),
  PASSWORD_RESERVATION: password('reservation'),
  PASSWORD_LOTTERY: password('lottery'),
  PASSWORD_NOTIFICATION: password('notification'),
  PASSWORD_LOCK: password('lock'),
  ...busEnv.shape,
  STREAM_REPLICAS,
})
export type InitEnv = z.output<typeof initEnv>

/** What the keeper of the streams is told. */
export const keeperEnv = processEnv.extend({ ...busEnv.shape, STREAM_REPLICAS })

/** The passwords of the services' roles, by service. */
export function passwordsOf(env: InitEnv): Readonly<Record<OutboxService, string>> {
  const entries = ALL_SERVICES.map(service => [service, env[passwordName(service)]] as const)
  // Safe: there is an entry for every service.
  return Object.fromEntries(entries) as Record<OutboxService, string>
}

export function passwordName(service: OutboxService) {
  return `PASSWORD_${service.toUpperCase() as Uppercase<OutboxService>}` as const
}

function password(service: OutboxService) {
  return z
    .string()
    .regex(/^[\w-]{16,200}$/, '16 or more letters, digits, - and _')
    .meta({ description: `Of the role as which ${service} works in the database.`, secret: true })
}
