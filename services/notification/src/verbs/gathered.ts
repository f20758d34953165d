import type { Context } from '../context.ts'
import type { Content, Recipient } from '../domain/content.ts'

/** `dropped`: there is nothing left to tell. `not-yet`: worth asking again. */
export type Gathered =
  | {
      readonly status: 'ready'
      readonly cityId: string
      readonly recipient: Recipient
      readonly content: Content
    }
  | { readonly status: 'dropped' | 'not-yet'; readonly reason: string }

export const gone: Gathered = { status: 'dropped', reason: 'nothing to tell any more' }
export const overtaken: Gathered = { status: 'dropped', reason: 'overtaken' }

/** All that gathering needs: somebody to ask. */
export type Asking = Pick<Context, 'bus'>
