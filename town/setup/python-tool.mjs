import fs from 'node:fs'
import { installDebianPackages } from './debian.mjs'
import { at, isExecutable, isRoot, onPath, SetupError } from './machine.mjs'
import { reportAndGoOn, runWithProgress } from './run.mjs'

/** Packages of Python, pinned, in an environment of their own below `.town/tools/<name>`. */
export function pythonTool(name, packages) {
  const folder = at('.town', 'tools', name)
  const python = at('.town', 'tools', name, 'bin', 'python')
  const complete = at('.town', 'tools', name, 'complete')
  return {
    has: () => isExecutable(python) && fs.existsSync(complete),
    async obtain() {
      if (!onPath('python3')) throw new SetupError(`No python3 for ${name}: install Python 3.`)
      const create = () =>
        runWithProgress(['python3', '-m', 'venv', '--clear', folder], { doing: 'Making a Python of our own' })
      try {
        await create()
      } catch (error) {
        // Debian keeps what a venv needs in a package of its own.
        if (!isRoot() || !onPath('apt-get')) throw error
        await installDebianPackages(['python3-venv']).catch(reportAndGoOn)
        await create()
      }
      await runWithProgress([python, '-m', 'pip', 'install', '--quiet', '--no-deps', ...packages], {
        doing: `Fetching ${name}`,
      })
      fs.writeFileSync(complete, `${packages.join('\n')}\n`)
    },
  }
}
