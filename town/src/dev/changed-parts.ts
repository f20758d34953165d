import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'

/** The processes of the town that run a file, by its path from the root of the repository: a library is run by all of them. */
export function changedParts(file: string): readonly string[] {
  if (!/\.(ts|sql)$/.test(file) || file.endsWith('.test.ts')) return []
  const [, kind, name = ''] = /^(libs|services|gateway)\/([^/]+)\/src\//.exec(file) ?? []
  if (kind === 'services') return [name]
  if (kind === 'gateway' && name !== 'web') return [`gateway-${name}`]
  if (kind === 'libs' && name !== 'testkit') return [...ALL_SERVICES, 'gateway-lock', 'gateway-api']
  return []
}
