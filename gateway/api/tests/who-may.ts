import type { Actor } from '@asaichi/contract/actor.ts'
import { refuse } from '@asaichi/contract/define.ts'
import { IDS } from './sample-documents.ts'

/** What the services refuse by role: everything of the samples is the resident's and Mitaka's. */
export function staffOnly(actor: Actor) {
  return actor.role === 'resident' ? refuse('not-allowed') : undefined
}

/** Staff of the city the thing belongs to. */
export function deskOnly(actor: Actor) {
  return staffOnly(actor) ?? (actor.cityId === 'mitaka' ? undefined : refuse('not-found'))
}

export function ownerOnly(actor: Actor) {
  const isDesk = actor.role !== 'resident' && actor.cityId === 'mitaka'
  return isDesk ? undefined : residentOnly(actor)
}

/** The owner alone; the desk has no say. */
export function residentOnly(actor: Actor) {
  return actor.personId === IDS.resident ? undefined : refuse('not-found')
}
