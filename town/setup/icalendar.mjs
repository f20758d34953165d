import fs from 'node:fs'
import { installDebianPackages } from './debian.mjs'
import { at, isExecutable, isRoot, onPath, SetupError } from './machine.mjs'
import { reportAndGoOn, runWithProgress } from './run.mjs'

const folder = at('.town', 'tools', 'icalendar')
const python = at('.town', 'tools', 'icalendar', 'bin', 'python')
const PACKAGES = ['icalendar==7.3.2', 'python-dateutil==2.9.0.post0', 'six==1.17.0', 'tzdata==2025.2']

/** Python's icalendar in an environment of its own: one of four parsers that read our calendar files in the tests. */
export const icalendar = {
  has: () => isExecutable(python) && fs.existsSync(at('.town', 'tools', 'icalendar', 'complete')),
  async obtain() {
    if (!onPath('python3')) throw new SetupError('No python3 for icalendar: install Python 3.')
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
    await runWithProgress([python, '-m', 'pip', 'install', '--quiet', '--no-deps', ...PACKAGES], {
      doing: 'Fetching icalendar',
    })
    fs.writeFileSync(at('.town', 'tools', 'icalendar', 'complete'), `${PACKAGES.join('\n')}\n`)
  },
}
