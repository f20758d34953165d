import { z } from 'zod'
import { type Applied, type Pod, podsOf } from './objects.ts'
import { toldTo } from './processes.ts'

const NAME = 'app.kubernetes.io/name'
const Data = z.looseObject({ data: z.record(z.string(), z.string()).default({}) })

/** Every variable a pod sets is one that its process parses, everything it must be told is told, and where from is there. */
export function wrongVariables(objects: readonly Applied[]): readonly string[] {
  const keys = keysOf(objects)
  return podsOf(objects).flatMap(pod => {
    const told = toldTo(pod.labels[NAME] ?? '')
    const [container] = pod.spec.containers
    if (told === undefined || container === undefined) return missingKeys(pod, keys)
    const secrets = container.envFrom.flatMap(({ secretRef }) => [
      ...(keys.get(`Secret ${secretRef?.name}`) ?? []),
    ])
    const set = new Set([...container.env.map(({ name }) => name), ...secrets])
    return [
      ...[...set]
        .filter(name => !told.known.has(name))
        .map(name => `${where(pod)} is told ${name}, which it does not read`),
      ...[...told.required]
        .filter(name => !set.has(name))
        .map(name => `${where(pod)} is not told ${name}, without which it does not start`),
      ...missingKeys(pod, keys),
    ]
  })
}

function missingKeys(pod: Pod, keys: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return pod.spec.containers.flatMap(({ env, envFrom }) => [
    ...env.flatMap(({ valueFrom }) => {
      const [kind, ref] = valueFrom?.secretKeyRef
        ? ['Secret', valueFrom.secretKeyRef]
        : ['ConfigMap', valueFrom?.configMapKeyRef]
      return ref === undefined || keys.get(`${kind} ${ref.name}`)?.has(ref.key)
        ? []
        : [`${where(pod)} reads ${ref.key} of the ${kind} ${ref.name}, which has none`]
    }),
    ...envFrom.flatMap(({ secretRef }) =>
      secretRef === undefined || keys.has(`Secret ${secretRef.name}`)
        ? []
        : [`${where(pod)} reads the Secret ${secretRef.name}, which is not there`],
    ),
  ])
}

function keysOf(objects: readonly Applied[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    objects
      .filter(({ kind }) => kind === 'Secret' || kind === 'ConfigMap')
      .map(object => [
        `${object.kind} ${object.metadata.name}`,
        new Set(Object.keys(Data.parse(object).data)),
      ]),
  )
}

function where({ kind, name }: Pod): string {
  return `${kind} ${name}`
}
