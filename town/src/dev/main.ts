// `npm run dev`: the town with its demo, its pages by Vite's development server, and each process of ours started again when
// its files change.
import { createRequire } from 'node:module'
import path from 'node:path'
import { defaultTownFolder, repositoryRoot } from '@asaichi/servers/folders.ts'
import { askedToStop } from '../processes/stop-signal.ts'
import type { Part } from '../processes/supervised.ts'
import { startTown } from '../town.ts'
import { townTable } from '../town-table.ts'
import { restartOnChange } from './restart-on-change.ts'

const PAGES = 'http://127.0.0.1:5173'
const stop = askedToStop()
const begun = performance.now()
await using town = await startTown({
  dir: defaultTownFolder,
  ports: 'fixed',
  demo: true,
  log: console.log,
  signal: stop.signal,
})
await town.supervisor.launch([pages(town.urls.app)])
using _watch = restartOnChange(town.supervisor, console.log)
console.log(await townTable(town, performance.now() - begun))
console.log(`The pages as they are edited: ${PAGES} (every component: ${PAGES}/dev/ui)`)
await stop.asked
console.log('Stopping …')

function pages(api: string): Part {
  const web = path.join(repositoryRoot, 'gateway/web')
  const vite = path.dirname(createRequire(path.join(web, 'package.json')).resolve('vite/package.json'))
  const { hostname, port } = new URL(PAGES)
  return {
    name: 'web-dev',
    command: process.execPath,
    args: [path.join(vite, 'bin/vite.js'), web, '--host', hostname, '--port', port, '--strictPort'],
    env: { ASAICHI_API: api },
    dependsOn: ['gateway-api'],
    ready: { kind: 'http', url: PAGES },
  }
}
