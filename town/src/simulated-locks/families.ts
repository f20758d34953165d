import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'

const FAMILIES = ['virtual', 'zwave', 'zigbee'] as const
/** What the doors of the town have: locks of our own, or simulated ones of makers behind the bridge of their family. */
export type LockFamily = (typeof FAMILIES)[number]
export type RadioFamily = Exclude<LockFamily, 'virtual'>

/** What set-up calls the programs of a family. */
const TOOLS = { zwave: 'zwave', zigbee: 'zigbee2mqtt' } as const satisfies Record<RadioFamily, string>

export function lockFamily(name: string): LockFamily {
  const found = FAMILIES.find(each => each === name)
  if (found === undefined)
    throw new Error(`There are no locks "${name}": --locks takes ${FAMILIES.join(', ')}.`)
  return found
}

/** Where set-up installs what a family needs. */
export function toolFolder(family: RadioFamily): string {
  return path.join(repositoryRoot, '.town/tools', TOOLS[family])
}

export function isInstalled(family: LockFamily): boolean {
  return family === 'virtual' || existsSync(path.join(toolFolder(family), 'complete'))
}

/** Throws a sentence where the programs of a family are missing. */
export function mustBeInstalled(family: LockFamily): void {
  if (family === 'virtual' || isInstalled(family)) return
  throw new Error(
    `The programs of ${family} locks are not installed: node town/setup.mjs --with ${TOOLS[family]}`,
  )
}

/** Fetches the programs of a family, once. */
export async function obtainLocks(family: LockFamily): Promise<void> {
  if (family === 'virtual' || isInstalled(family)) return
  const setUp = [path.join(repositoryRoot, 'town/setup.mjs'), '--with', TOOLS[family]]
  await new Promise<void>((resolve, reject) => {
    const child = execFile(process.execPath, setUp, failed =>
      failed
        ? reject(new Error(`The programs of ${family} locks could not be fetched: see above.`))
        : resolve(),
    )
    child.stdout?.pipe(process.stdout)
    child.stderr?.pipe(process.stderr)
  })
}
