import { installDebianPackages } from './debian.mjs'
import { isRoot, onPath, SetupError } from './machine.mjs'
import { reportAndGoOn } from './run.mjs'

/** Presses one address as hard as it can, for the benchmarks. */
export const wrk = {
  has: () => onPath('wrk') !== undefined,
  async obtain() {
    if (isRoot() && onPath('apt-get')) await installDebianPackages(['wrk']).catch(reportAndGoOn)
    if (wrk.has()) return
    throw new SetupError(
      'No wrk. Two ways: put wrk on the PATH; or run as root on Debian, its package is then installed.',
    )
  },
}
