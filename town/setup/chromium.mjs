import { installDebianPackages } from './debian.mjs'
import { isExecutable, isRoot, onPath, SetupError } from './machine.mjs'
import { reportAndGoOn } from './run.mjs'

// town/src/chromium.ts looks in the same places.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser that the tests of the screens drive. */
export const chromium = {
  has: () => (process.env.CHROMIUM ? isExecutable(process.env.CHROMIUM) : NAMES.some(onPath)),
  async obtain() {
    if (process.env.CHROMIUM) throw new SetupError(`CHROMIUM=${process.env.CHROMIUM} is no program.`)
    // Without a Japanese font every screen would be measured with boxes for letters, and without the languages date fields
    // would be in English.
    if (isRoot() && onPath('apt-get'))
      await installDebianPackages(['chromium', 'chromium-l10n', 'fonts-noto-cjk'], 15).catch(reportAndGoOn)
    if (chromium.has()) return
    throw new SetupError(
      'No Chromium. Three ways: put chromium or google-chrome on the PATH; or set CHROMIUM to its program; ' +
        'or run as root on Debian, its package and fonts-noto-cjk are then installed.',
    )
  },
}
