import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Load } from '../lib/plan.ts'

const count = z.int().min(1)
const ms = z.int().min(0)
const stages = z.array(z.strictObject({ perSecond: z.int().min(0), seconds: count })).min(1)

const LoadOf = z.strictObject({
  press: z.strictObject({
    residents: count.max(20_000),
    jitter: z.strictObject({ meanMs: ms, deviationMs: ms }),
    arriveWithinMs: ms,
  }),
  tail: z.strictObject({ residents: count, stages }),
  watch: z.strictObject({ perSecond: count, secondsAfter: count }),
  signin: z.strictObject({ stages }),
  limits: z.strictObject({
    pressP99Ms: count,
    tailP99Ms: count,
    watchP99Ms: count,
    signinP95Ms: count,
    lateP99Ms: count,
  }),
}) satisfies z.ZodType<Load>

/** How large the city is, how many press, and what the answers may take. */
export const Profile = z.strictObject({
  venues: count.max(20),
  roomsPerVenue: count.max(40),
  slotMinutes: z.int().min(30).max(720).multipleOf(30),
  /** Result mails of a neighbouring city's draw, all queued at seven. */
  mails: z.int().min(0).max(50_000),
  /** Virtual locks that sync all the while. */
  locks: z.int().min(0).max(500),
  /** How long before the hour the generator starts. */
  leadSeconds: z.int().min(10).max(300),
  load: LoadOf,
})
export type Profile = z.output<typeof Profile>

const folder = path.join(import.meta.dirname, '..', 'profiles')

export async function readProfile(name: string): Promise<Profile> {
  const names = await profileNames()
  if (!names.includes(name)) throw new Error(`No profile is named ${name}: there are ${names.join(', ')}.`)
  return Profile.parse(JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')))
}

export async function profileNames(): Promise<readonly string[]> {
  return (await readdir(folder)).map(file => path.basename(file, '.json')).toSorted()
}
