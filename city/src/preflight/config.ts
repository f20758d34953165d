import { z } from 'zod'

const floor = z.coerce.number().int().min(1).max(100).default(1)

/** What the pre-flight is told, which says before seven whether all is warm. */
export const preflightEnv = z.object({
  FIGURES: z
    .string()
    .regex(/^[a-z0-9.-]+(,[a-z0-9.-]+)*$/, 'names of hosts with commas between them')
    .describe('Hosts with commas between them; every address of each is a process that tells its figures.'),
  FIGURES_PORT: z.coerce.number().int().min(1).max(65_535).default(9090).describe('Where they tell them.'),
  FRONT_DOOR: z.url().describe('The front door as it is reached inside, asked for the list of cities.'),
  FLOOR_GATEWAY_API: floor.describe('The fewest front doors that must be ready.'),
  FLOOR_RESERVATION: floor.describe('The fewest replicas of reservation that must be ready.'),
})
export type PreflightEnv = z.output<typeof preflightEnv>
