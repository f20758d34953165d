import { Registry } from 'prom-client'

/** One registry a process; labels are bounded sets of words, never ids. */
export const metrics = new Registry()
