import { Counter, Trend } from 'k6/metrics'

/** A lost slot is an answer and no failure; so are "not yet", "too many" and "come back later". */
export const ANSWERS = [{ min: 200, max: 299 }, 304, 409, 429, 503] as const

export const accepted = new Counter('rush_accepted')
export const taken = new Counter('rush_taken')
export const shed = new Counter('rush_shed')
export const early = new Counter('rush_early')
/** No answer at all, or one that was a fault: tried again with the same key. */
export const broken = new Counter('rush_broken')
/** Presses that never got a final answer. */
export const unanswered = new Counter('rush_unanswered')
/** Final answers nobody should have got. */
export const unexpected = new Counter('rush_unexpected')
/** From 07:00 to the final answer. */
export const latency = new Trend('rush_latency', true)
/** From the moment the resident meant to press to the final answer, every retry included. */
export const waited = new Trend('rush_wait', true)
/** The generator's own health: how much later than meant the first press was sent. */
export const late = new Trend('rush_late', true)
export const reload = new Trend('watch_latency', true)
export const unchanged = new Counter('watch_unchanged')
export const signin = new Trend('signin_duration', true)
export const signinFailed = new Counter('signin_failed')
