import { existsSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { wrongAlerts } from './alerts.ts'
import { unconfined } from './confinement.ts'
import type { Applied } from './objects.ts'
import { brokenReferences } from './references.ts'
import { wrongSchedules } from './schedules.ts'
import { wrongVariables } from './variables.ts'

/** A sentence for each mistake that no API server finds. */
export function mistakesIn(objects: readonly Applied[]): readonly string[] {
  return [
    ...wrongVariables(objects),
    ...brokenReferences(objects),
    ...unconfined(objects),
    ...wrongSchedules(objects),
    ...wrongAlerts(objects, file => existsSync(path.join(repositoryRoot, file))),
  ]
}
