import { parseAllDocuments } from 'yaml'
import { z } from 'zod'

const Labels = z.record(z.string(), z.string()).default({})
const Metadata = z.looseObject({ name: z.string(), labels: Labels })

/** Anything that is applied. */
export const Applied = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: Metadata,
  spec: z.unknown().optional(),
  rules: z.unknown().optional(),
})
export type Applied = z.output<typeof Applied>

const Port = z.looseObject({ name: z.string(), containerPort: z.int() })
const HttpProbe = z.looseObject({
  httpGet: z.looseObject({ path: z.string(), port: z.union([z.string(), z.int()]) }).optional(),
  tcpSocket: z.looseObject({ port: z.union([z.string(), z.int()]) }).optional(),
})
const Ref = z.looseObject({ name: z.string(), key: z.string() })
const Variable = z.looseObject({
  name: z.string(),
  valueFrom: z.looseObject({ secretKeyRef: Ref.optional(), configMapKeyRef: Ref.optional() }).optional(),
})
const Container = z.looseObject({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()).default([]),
  env: z.array(Variable).default([]),
  envFrom: z.array(z.looseObject({ secretRef: z.looseObject({ name: z.string() }).optional() })).default([]),
  ports: z.array(Port).default([]),
  startupProbe: HttpProbe.optional(),
  readinessProbe: HttpProbe.optional(),
  livenessProbe: HttpProbe.optional(),
  lifecycle: z.unknown().optional(),
  securityContext: z.unknown().optional(),
  resources: z.unknown().optional(),
})

const Template = z.looseObject({
  metadata: z.looseObject({ labels: Labels }).default({ labels: {} }),
  spec: z.looseObject({
    serviceAccountName: z.string().optional(),
    automountServiceAccountToken: z.boolean().optional(),
    securityContext: z.unknown().optional(),
    containers: z.array(Container),
    volumes: z.array(z.unknown()).default([]),
  }),
})

/** What runs: the pods that an object makes, by its kind and name. */
export type Pod = {
  readonly kind: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly spec: z.output<typeof Template>['spec']
}

export function parseObjects(text: string): readonly Applied[] {
  return parseAllDocuments(text).flatMap(document => {
    const [error] = document.errors
    if (error) throw new Error(`not readable as YAML: ${error.message}`)
    const value: unknown = document.toJS()
    return value === null ? [] : [Applied.parse(value)]
  })
}

const WithTemplate = z.looseObject({ template: Template })
const WithJob = z.looseObject({ jobTemplate: z.looseObject({ spec: WithTemplate }) })

export function podsOf(objects: readonly Applied[]): readonly Pod[] {
  return objects.flatMap(({ kind, metadata: { name }, spec }) => {
    const template = templateOf(kind, spec)
    return template ? [{ kind, name, labels: template.metadata.labels, spec: template.spec }] : []
  })
}

function templateOf(kind: string, spec: unknown): z.output<typeof Template> | undefined {
  switch (kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'Job':
      return WithTemplate.parse(spec).template
    case 'CronJob':
      return WithJob.parse(spec).jobTemplate.spec.template
    default:
      return undefined
  }
}

export function named(objects: readonly Applied[], kind: string): readonly string[] {
  return objects.filter(object => object.kind === kind).map(({ metadata }) => metadata.name)
}
