import { z } from 'zod'
import { type Applied, type Pod, podsOf } from './objects.ts'

const OfPod = z.object({
  runAsNonRoot: z.literal(true),
  runAsUser: z.int().min(10_000),
  seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
})
const OfContainer = z.object({
  allowPrivilegeEscalation: z.literal(false),
  readOnlyRootFilesystem: z.literal(true),
  capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
})
const Resources = z.object({
  requests: z.object({ cpu: z.string(), memory: z.string() }),
  // A limit of cpu would throttle exactly at seven.
  limits: z.strictObject({ memory: z.string(), 'ephemeral-storage': z.string() }),
})
/** May ask the API server, and is shown its account's token for that. */
const ASKS_THE_CLUSTER: readonly string[] = ['rush-begins', 'rush-is-over']

/** Every pod has nobody's rights, nothing to write to, and a bound; whatever stays is asked how it is and given time to end. */
export function unconfined(objects: readonly Applied[]): readonly string[] {
  return podsOf(objects).flatMap(pod => [
    ...ofPod(pod),
    ...pod.spec.containers.flatMap(each => ofContainer(pod, each)),
  ])
}

function ofPod({ kind, name, spec }: Pod): readonly string[] {
  const isTokenShown = spec.automountServiceAccountToken !== false
  return [
    ...(OfPod.safeParse(spec.securityContext).success ? [] : [`${kind} ${name} is not confined`]),
    ...(isTokenShown && !ASKS_THE_CLUSTER.includes(name)
      ? [`${kind} ${name} is shown a token of the cluster that it does not need`]
      : []),
  ]
}

function ofContainer({ kind, name }: Pod, container: Pod['spec']['containers'][number]): readonly string[] {
  const what = `${kind} ${name}`
  const stays = kind === 'Deployment' || kind === 'StatefulSet'
  return [
    ...(OfContainer.safeParse(container.securityContext).success
      ? []
      : [`${what} has rights it does not need`]),
    ...(Resources.safeParse(container.resources).success
      ? []
      : [`${what} lacks a request or a bound of memory, or has a bound of cpu`]),
    ...(kind === 'Deployment' &&
    !(container.startupProbe && container.readinessProbe && container.livenessProbe)
      ? [`${what} is not asked how it is`]
      : []),
    ...(stays && name !== 'postgres' && container.lifecycle === undefined
      ? [`${what} gets no time to end`]
      : []),
  ]
}

/** In production an image is what was built, and nothing that was put under its name later. */
export function unpinned(objects: readonly Applied[]): readonly string[] {
  return podsOf(objects)
    .flatMap(({ spec }) => spec.containers.map(({ image }) => image))
    .filter(image => !/@sha256:[0-9a-f]{64}$/.test(image))
    .map(image => `${image} is not pinned by its digest`)
}
