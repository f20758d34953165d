import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'

export type PermissionState = { readonly status: PermissionStatus; readonly version: number }
/** What becomes of a permission, or `undefined` where the act changes nothing. */
export type PermissionChange = {
  readonly status: PermissionStatus
  readonly reason: string | null
  /** G11; left out = as it is. */
  readonly classId?: string
}

type Stale = {
  readonly code: 'state-changed'
  readonly detail: { readonly status: PermissionStatus; readonly version: number }
}
type Suspended = { readonly code: 'suspended'; readonly detail: Record<never, never> }

/** M7: 未申請 and 差し戻し become 申請中; 申請中 and 承認 stay as they are. */
export function apply(state: PermissionState): Outcome<PermissionChange | undefined, Suspended> {
  switch (state.status) {
    case 'none':
    case 'returned':
      return done({ status: 'applied', reason: null })
    case 'applied':
    case 'approved':
      return done(undefined)
    case 'suspended':
      return refuse('suspended')
  }
}

/** M7: only an application that is still as the staff member saw it is approved. */
export function approve(
  state: PermissionState,
  expectedVersion: number,
  classId?: string,
): Outcome<PermissionChange, Stale> {
  if (!isAsSeen(state, expectedVersion)) return stale(state)
  return done({ status: 'approved', reason: null, ...(classId !== undefined && { classId }) })
}

/** M7: 差し戻し, with what the applicant has to put right. */
export function giveBack(
  state: PermissionState,
  expectedVersion: number,
  reason: string,
): Outcome<PermissionChange, Stale> {
  return isAsSeen(state, expectedVersion) ? done({ status: 'returned', reason }) : stale(state)
}

/** M7: 停止, of who is approved; whoever is not yet is returned instead. */
export function suspend(
  state: PermissionState,
  expectedVersion: number,
  reason: string,
): Outcome<PermissionChange, Stale> {
  const isAsSeen = state.status === 'approved' && state.version === expectedVersion
  return isAsSeen ? done({ status: 'suspended', reason }) : stale(state)
}

/** M7: 承認 again; its reason, which no other approval has, is what the mail tells. */
export function lift(
  state: PermissionState,
  expectedVersion: number,
  reason: string,
): Outcome<PermissionChange, Stale> {
  const isAsSeen = state.status === 'suspended' && state.version === expectedVersion
  return isAsSeen ? done({ status: 'approved', reason }) : stale(state)
}

function isAsSeen(state: PermissionState, expectedVersion: number): boolean {
  return state.status === 'applied' && state.version === expectedVersion
}

function stale({ status, version }: PermissionState): { readonly ok: false; readonly refusal: Stale } {
  return refuse('state-changed', { status, version })
}
