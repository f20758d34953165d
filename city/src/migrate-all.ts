import { busTables } from '@asaichi/bus/bus.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { dueWorkTables } from '@asaichi/store/due-work.ts'
import { migrate } from '@asaichi/store/migrate.ts'

/** Brings every schema up to date, as its owner; the services, which may not, wait for it. Answers what it applied. */
export async function migrateAll(adminUrl: string): Promise<readonly string[]> {
  const applied = await Promise.all(
    ALL_SERVICES.map(async service => {
      const folder = new URL(`../../services/${service}/src/store/migrations/`, import.meta.url)
      const names = await migrate(adminUrl, service, [busTables, dueWorkTables, { name: service, folder }])
      return names.map(name => `${service}: ${name}`)
    }),
  )
  return applied.flat()
}
