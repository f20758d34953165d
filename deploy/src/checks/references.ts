import { z } from 'zod'
import { type Applied, named, type Pod, podsOf } from './objects.ts'

const Selector = z.looseObject({ matchLabels: z.record(z.string(), z.string()).default({}) })
const Service = z.looseObject({
  selector: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.looseObject({ port: z.int(), targetPort: z.union([z.string(), z.int()]).optional() })),
})
const PodMonitor = z.looseObject({
  selector: Selector,
  podMetricsEndpoints: z.array(z.looseObject({ port: z.string() })),
})
const Selecting = z.looseObject({ selector: Selector })
const Policy = z.looseObject({ podSelector: Selector })
const Scaling = z.looseObject({ scaleTargetRef: z.looseObject({ kind: z.string(), name: z.string() }) })
const Rights = z.array(
  z.looseObject({ resources: z.array(z.string()), resourceNames: z.array(z.string()).default([]) }),
)
const Routing = z.looseObject({
  rules: z.array(
    z.looseObject({
      backendRefs: z.array(z.looseObject({ name: z.string(), port: z.int() })).default([]),
    }),
  ),
})

/** Whatever names a port, a pod, an account or a service names one that is there. */
export function brokenReferences(objects: readonly Applied[]): readonly string[] {
  const pods = [...podsOf(objects), ...podsOfClusters(objects)]
  return [
    ...pods.flatMap(brokenProbes),
    ...pods.flatMap(pod => missingAccount(objects, pod)),
    ...objects.flatMap(object => brokenObject(object, objects, pods)),
  ]
}

// The operator makes the pods of a Cluster, with these labels and the ports its policy names.
function podsOfClusters(objects: readonly Applied[]): readonly Pod[] {
  return named(objects, 'Cluster').map(name => ({
    kind: 'Cluster',
    name,
    labels: {
      'cnpg.io/cluster': name,
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': 'asaichi',
    },
    spec: { containers: [], volumes: [] },
  }))
}

function brokenProbes(pod: Pod): readonly string[] {
  return pod.spec.containers.flatMap(({ ports, startupProbe, readinessProbe, livenessProbe }) =>
    [startupProbe, readinessProbe, livenessProbe]
      .map(probe => probe?.httpGet?.port ?? probe?.tcpSocket?.port)
      .filter(port => port !== undefined && !hasPort(ports, port))
      .map(port => `${pod.kind} ${pod.name} is probed on the port ${port}, which it does not open`),
  )
}

function missingAccount(objects: readonly Applied[], { kind, name, spec }: Pod): readonly string[] {
  const account = spec.serviceAccountName
  return account === undefined || named(objects, 'ServiceAccount').includes(account)
    ? []
    : [`${kind} ${name} runs as the account ${account}, which is not there`]
}

function brokenObject(object: Applied, objects: readonly Applied[], pods: readonly Pod[]): readonly string[] {
  const { kind, metadata, spec } = object
  const what = `${kind} ${metadata.name}`
  switch (kind) {
    case 'Service': {
      const { selector, ports } = Service.parse(spec)
      const chosen = selected(pods, selector)
      return [
        ...nobody(what, chosen),
        ...ports
          .map(({ port, targetPort }) => targetPort ?? port)
          .filter(port => !chosen.some(pod => opens(pod, port)))
          .map(port => `${what} leads to the port ${port}, which no pod behind it opens`),
      ]
    }
    case 'PodMonitor': {
      const { selector, podMetricsEndpoints } = PodMonitor.parse(spec)
      const chosen = selected(pods, selector.matchLabels)
      return [
        ...nobody(what, chosen),
        ...podMetricsEndpoints
          .filter(({ port }) => !chosen.some(pod => opens(pod, port)))
          .map(({ port }) => `${what} scrapes the port ${port}, which no pod opens`),
      ]
    }
    case 'PodDisruptionBudget':
      return nobody(what, selected(pods, Selecting.parse(spec).selector.matchLabels))
    case 'NetworkPolicy':
      return nobody(what, selected(pods, Policy.parse(spec).podSelector.matchLabels))
    case 'HorizontalPodAutoscaler': {
      const { scaleTargetRef: target } = Scaling.parse(spec)
      return named(objects, target.kind).includes(target.name)
        ? []
        : [`${what} scales the ${target.kind} ${target.name}, which is not there`]
    }
    case 'Role':
      return Rights.parse(object.rules ?? [])
        .filter(({ resources }) => resources.includes('horizontalpodautoscalers'))
        .flatMap(({ resourceNames }) => resourceNames)
        .filter(each => !named(objects, 'HorizontalPodAutoscaler').includes(each))
        .map(each => `${what} is for the HorizontalPodAutoscaler ${each}, which is not there`)
    case 'HTTPRoute':
      return Routing.parse(spec)
        .rules.flatMap(({ backendRefs }) => backendRefs)
        .filter(backend => !named(objects, 'Service').includes(backend.name))
        .map(backend => `${what} leads to the Service ${backend.name}, which is not there`)
    default:
      return []
  }
}

function nobody(what: string, chosen: readonly Pod[]): readonly string[] {
  return chosen.length > 0 ? [] : [`${what} selects no pod`]
}

function selected(pods: readonly Pod[], labels: Readonly<Record<string, string>>): readonly Pod[] {
  return pods.filter(pod => Object.entries(labels).every(([label, value]) => pod.labels[label] === value))
}

function opens({ spec }: Pod, port: string | number): boolean {
  return spec.containers.some(({ ports }) => hasPort(ports, port))
}

function hasPort(
  ports: readonly { readonly name: string; readonly containerPort: number }[],
  port: string | number,
): boolean {
  return ports.some(({ name, containerPort }) => name === port || containerPort === port)
}
