// `npm run cluster -- render`: every overlay and every combination of components, checked.
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { checkRender } from './check-render.ts'

const USAGE = 'Usage: npm run cluster -- render'
const dir = path.join(repositoryRoot, '.town/cluster')

try {
  const [stage, ...more] = process.argv.slice(2)
  if (more.length > 0) throw new Error(USAGE)
  if (stage === 'render') await checkRender(path.join(dir, 'render'), console.log)
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
