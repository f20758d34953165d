import { startAuditAnchor } from '@asaichi/audit/anchor.ts'
import { startService } from '@asaichi/bus/start-service.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { beaconClient } from './beacon-client.ts'
import { attach, dueHandlers } from './bus.ts'
import type { Config } from './config.ts'
import type { AtFailpoint, Draws } from './context.ts'
import { isDrawing, startDrawer } from './drawer.ts'
import { watchRounds } from './figures.ts'
import { anchoredLog } from './store/audit.ts'
import type { Tables } from './store/schema.ts'
import { openVault } from './vault.ts'

const migrations = { name: 'lottery', folder: new URL('./store/migrations/', import.meta.url) }

export function startLottery(
  config: Config,
  log: Log,
  { failpoint = () => undefined }: { readonly failpoint?: AtFailpoint } = {},
): Promise<Running> {
  const draws: Draws = {
    chain: config.BEACON_CHAIN,
    askBeacon: beaconClient(config.BEACON_URL),
    vault: openVault(config.SECRET_KEY, config.SECRET_KEY_OLD),
    log,
    failpoint,
  }
  return startService<Tables>({
    service: 'lottery',
    config,
    log,
    migrations,
    dueHandlers: dueHandlers(draws),
    busy: isDrawing,
    attach: async ({ database, db, bus }) => {
      attach({ db, bus }, draws)
      watchRounds(db)
      const stack = new AsyncDisposableStack()
      stack.use(await startDrawer(database, draws))
      stack.use(startAuditAnchor(anchoredLog(db), log, { file: config.AUDIT_ANCHOR_FILE }))
      return stack
    },
  })
}
