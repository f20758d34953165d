import fs from 'node:fs'
import { at } from './machine.mjs'
import { MINUTE_MS, runWithProgress } from './run.mjs'

const VERSION = '2.14.1'
const folder = at('.town', 'tools', 'zigbee2mqtt')
const complete = at('.town', 'tools', 'zigbee2mqtt', 'complete')

/**
 * The program that a site runs beside its bridge to Zigbee locks, for the test of the bridge. It is licensed under the GPL and
 * nothing of ours is linked with it, so it stands in a folder of its own and not among our packages.
 */
export const zigbee2mqtt = {
  has: () => fs.existsSync(complete),
  async obtain() {
    fs.rmSync(folder, { recursive: true, force: true })
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(`${folder}/package.json`, '{"private":true}\n')
    await runWithProgress(
      [
        'npm',
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--min-release-age=7',
        `zigbee2mqtt@${VERSION}`,
      ],
      { doing: 'Fetching zigbee2mqtt', cwd: folder, limit_ms: 10 * MINUTE_MS },
    )
    fs.writeFileSync(complete, `${VERSION}\n`)
  },
}
