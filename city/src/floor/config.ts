import { z } from 'zod'

/** What the job is told that raises the floor of the autoscalers before seven, and lowers it again. */
export const floorEnv = z.object({
  FLOOR: z.coerce.number().int().min(1).max(100).describe('The fewest replicas from now on.'),
  AUTOSCALERS: z
    .string()
    .regex(/^[a-z-]+(,[a-z-]+)*$/, 'names with commas between them')
    .describe('The HorizontalPodAutoscalers, with commas between them.'),
  NAMESPACE: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Where they are.'),
  KUBERNETES_API: z
    .url()
    .default('https://kubernetes.default.svc')
    .describe('The API server, whose certificate `NODE_EXTRA_CA_CERTS` vouches for.'),
  TOKEN_FILE: z
    .string()
    .default('/var/run/secrets/kubernetes.io/serviceaccount/token')
    .describe('The token of the account that may patch them.'),
})
export type FloorEnv = z.output<typeof floorEnv>
