import type { BusEnv, ServiceEnv } from '@asaichi/service/env.ts'

/** What every service is told, with a key of its own for those that have one. */
export type BedEnv = ServiceEnv & { readonly SECRET_KEY: string }

/** Of a service process whose clock the test moves. */
export function serviceConfig(
  own: Pick<BedEnv, 'DATABASE_URL' | 'MIGRATE_URL' | 'SECRET_KEY'> & BusEnv,
): BedEnv {
  return {
    HEALTH_HOST: '127.0.0.1',
    HEALTH_PORT: 0,
    LOG_LEVEL: 'silent',
    TOWN_CLOCK: 'movable',
    EXIT_WITH_PARENT: '0',
    NODE_ENV: 'test',
    OTEL_TRACES_SAMPLER_ARG: 0,
    PUBLIC_URL: 'http://localhost:8080',
    ...own,
  }
}
