import fs from 'node:fs'
import { at } from './machine.mjs'
import { MINUTE_MS, runWithProgress } from './run.mjs'

/** A program of npm's, pinned, in a folder of its own below `.town/tools/<name>` and not among our packages. */
export function npmTool(name, packages) {
  const folder = at('.town', 'tools', name)
  const complete = at('.town', 'tools', name, 'complete')
  return {
    has: () => fs.existsSync(complete),
    async obtain() {
      fs.rmSync(folder, { recursive: true, force: true })
      fs.mkdirSync(folder, { recursive: true })
      fs.writeFileSync(`${folder}/package.json`, '{"private":true}\n')
      const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--min-release-age=7']
      await runWithProgress(['npm', 'install', ...options, ...packages], {
        doing: `Fetching ${name}`,
        cwd: folder,
        limit_ms: 15 * MINUTE_MS,
      })
      fs.writeFileSync(complete, `${packages.join('\n')}\n`)
    },
  }
}
