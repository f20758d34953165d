import { MINUTE_MS, runWithProgress } from './run.mjs'

/** As root. A browser with its fonts is hundreds of megabytes, so the minutes it may take are the caller's to say. */
export async function installDebianPackages(names, minutes = 5) {
  await updateDebianLists()
  await runWithProgress(['apt-get', 'install', '-y', '--no-install-recommends', ...names], {
    doing: `Installing the system package ${names.join(', ')}`,
    limit_ms: minutes * MINUTE_MS,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

export async function updateDebianLists() {
  await runWithProgress(['apt-get', 'update'], { doing: 'Reading the list of system packages' })
}
