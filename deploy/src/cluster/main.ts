// `npm run cluster -- render`: every overlay and every combination of components, checked. `npm run cluster -- api`: the overlays in a real API server.
// `npm run cluster -- restore`: a database lost and got back, while a city wrote. `npm run cluster -- upgrade`: from the build
// before to this one and back, while a city is written to. `npm run cluster -- dashboards`: writes the boards for Grafana.
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { writeDashboards } from '../dashboards/all.ts'
import { checkApi } from './api/check-api.ts'
import { checkRender } from './check-render.ts'
import { checkRestore } from './restore/check-restore.ts'
import { checkUpgrade } from './upgrade/check-upgrade.ts'

const USAGE = 'Usage: npm run cluster -- render | api | restore | upgrade | dashboards'
const dir = path.join(repositoryRoot, '.town/cluster')

try {
  const [stage, ...more] = process.argv.slice(2)
  if (more.length > 0) throw new Error(USAGE)
  if (stage === 'render') await checkRender(path.join(dir, 'render'), console.log)
  else if (stage === 'api') await checkApi(path.join(dir, 'api'), console.log)
  else if (stage === 'restore') await checkRestore(console.log)
  else if (stage === 'upgrade') await checkUpgrade(console.log)
  else if (stage === 'dashboards') await writeDashboards(console.log)
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
