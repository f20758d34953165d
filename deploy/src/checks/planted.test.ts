import { describe, expect, test } from 'vitest'
import { wrongAlerts } from './alerts.ts'
import { unconfined, unpinned } from './confinement.ts'
import { parseObjects } from './objects.ts'
import { brokenReferences } from './references.ts'
import { wrongSchedules } from './schedules.ts'
import { wrongVariables } from './variables.ts'

const CITY = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway-api}
spec:
  template:
    metadata: {labels: {app.kubernetes.io/name: gateway-api, app.kubernetes.io/part-of: asaichi}}
    spec:
      serviceAccountName: gateway-api
      automountServiceAccountToken: false
      securityContext: {runAsNonRoot: true, runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: app
          image: registry.example/gateway-api@sha256:${'0'.repeat(64)}
          env:
            - name: NATS_URL
              valueFrom: {configMapKeyRef: {name: city, key: NATS_URL}}
            - {name: PORT, value: '8080'}
          envFrom: [{secretRef: {name: gateway-api}}]
          ports: [{name: health, containerPort: 9090}, {name: http, containerPort: 8080}]
          startupProbe: {httpGet: {path: /startupz, port: health}}
          readinessProbe: {httpGet: {path: /readyz, port: health}}
          livenessProbe: {httpGet: {path: /livez, port: health}}
          lifecycle: {preStop: {sleep: {seconds: 5}}}
          securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
          resources: {requests: {cpu: 1m, memory: 1Mi}, limits: {memory: 1Mi, ephemeral-storage: 1Mi}}
---
{apiVersion: v1, kind: ServiceAccount, metadata: {name: gateway-api}}
---
{apiVersion: v1, kind: Secret, metadata: {name: gateway-api}, data: {NATS_SEED: eA==, LINK_KEY: eA==}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: city}, data: {NATS_URL: nats://nats:4222}}
---
apiVersion: v1
kind: Service
metadata: {name: gateway-api}
spec: {selector: {app.kubernetes.io/name: gateway-api}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: gateway-api}
spec: {selector: {matchLabels: {app.kubernetes.io/name: gateway-api}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: gateway-api}
spec: {scaleTargetRef: {kind: Deployment, name: gateway-api}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: rush}
rules: [{apiGroups: [autoscaling], resources: [horizontalpodautoscalers], resourceNames: [gateway-api], verbs: [patch]}]
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: asaichi}
spec: {selector: {matchLabels: {app.kubernetes.io/part-of: asaichi}}, podMetricsEndpoints: [{port: health}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: door}
spec: {rules: [{backendRefs: [{name: gateway-api, port: 80}]}]}
`
const NIGHTLY = `
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: {name: nightly}
spec: {schedule: 0 0 17 * * *}
`
const RULES = `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: rules}
spec:
  groups:
    - rules:
        - alert: LoginCodesLate
          expr: mails_oldest_seconds{lane="codes"} > 60 and on() hour() == 22
          labels: {severity: page}
          annotations: {summary: late, runbook: docs/runbooks/LoginCodesLate.md}
`

function planted(text: string, wrong: readonly [from: string, to: string] = ['', '']) {
  if (!text.includes(wrong[0])) throw new Error(`nothing to plant: ${wrong[0]}`)
  return parseObjects(text.replace(...wrong))
}

test('what is right is not accused', () => {
  const city = planted(CITY)
  expect([
    ...wrongVariables(city),
    ...brokenReferences(city),
    ...unconfined(city),
    ...unpinned(city),
  ]).toEqual([])
  expect(wrongSchedules(planted(NIGHTLY))).toEqual([])
  expect(wrongAlerts(planted(RULES), () => true)).toEqual([])
})

describe('planted: variables', () => {
  test.each([
    ['name: PORT,', 'name: PROT,', 'Deployment gateway-api is told PROT, which it does not read'],
    [
      'LINK_KEY: eA==',
      'LINK_KEYS: eA==',
      'Deployment gateway-api is not told LINK_KEY, without which it does not start',
    ],
    [
      'LINK_KEY: eA==',
      'SECRET_KEY: eA==, LINK_KEY: eA==',
      'Deployment gateway-api is told SECRET_KEY, which it does not read',
    ],
    ['key: NATS_URL', 'key: NATS', 'Deployment gateway-api reads NATS of the ConfigMap city, which has none'],
    [
      '{secretRef: {name: gateway-api}}',
      '{secretRef: {name: door}}',
      'Deployment gateway-api reads the Secret door, which is not there',
    ],
  ])('%s → %s', (from, to, sentence) => {
    expect(wrongVariables(planted(CITY, [from, to]))).toContain(sentence)
  })
})

describe('planted: what is named and not there', () => {
  test.each([
    [
      '/readyz, port: health',
      '/readyz, port: helth',
      'Deployment gateway-api is probed on the port helth, which it does not open',
    ],
    [
      'targetPort: http',
      'targetPort: htpp',
      'Service gateway-api leads to the port htpp, which no pod behind it opens',
    ],
    [
      'spec: {selector: {app.kubernetes.io/name: gateway-api}',
      'spec: {selector: {app.kubernetes.io/name: door}',
      'Service gateway-api selects no pod',
    ],
    [
      'matchLabels: {app.kubernetes.io/name: gateway-api}',
      'matchLabels: {app: gateway-api}',
      'PodDisruptionBudget gateway-api selects no pod',
    ],
    [
      'kind: Deployment, name: gateway-api',
      'kind: Deployment, name: door',
      'HorizontalPodAutoscaler gateway-api scales the Deployment door, which is not there',
    ],
    [
      'podMetricsEndpoints: [{port: health}]',
      'podMetricsEndpoints: [{port: metrics}]',
      'PodMonitor asaichi scrapes the port metrics, which no pod opens',
    ],
    [
      'backendRefs: [{name: gateway-api',
      'backendRefs: [{name: gateway',
      'HTTPRoute door leads to the Service gateway, which is not there',
    ],
    [
      'resourceNames: [gateway-api]',
      'resourceNames: [gateway-api-2tf7tk255b]',
      'Role rush is for the HorizontalPodAutoscaler gateway-api-2tf7tk255b, which is not there',
    ],
    [
      'serviceAccountName: gateway-api',
      'serviceAccountName: door',
      'Deployment gateway-api runs as the account door, which is not there',
    ],
  ])('%s → %s', (from, to, sentence) => {
    expect(brokenReferences(planted(CITY, [from, to]))).toContain(sentence)
  })
})

describe('planted: rights', () => {
  test.each([
    ['runAsNonRoot: true, ', '', 'Deployment gateway-api is not confined'],
    ['readOnlyRootFilesystem: true, ', '', 'Deployment gateway-api has rights it does not need'],
    ['drop: [ALL]', 'drop: [NET_RAW]', 'Deployment gateway-api has rights it does not need'],
    [
      'limits: {memory: 1Mi',
      'limits: {cpu: 1, memory: 1Mi',
      'Deployment gateway-api lacks a request or a bound of memory, or has a bound of cpu',
    ],
    [
      'automountServiceAccountToken: false',
      'automountServiceAccountToken: true',
      'Deployment gateway-api is shown a token of the cluster that it does not need',
    ],
    ['livenessProbe', 'otherProbe', 'Deployment gateway-api is not asked how it is'],
    ['lifecycle', 'otherLife', 'Deployment gateway-api gets no time to end'],
  ])('%s → %s', (from, to, sentence) => {
    expect(unconfined(planted(CITY, [from, to]))).toContain(sentence)
  })

  test('an image by its tag', () => {
    expect(unpinned(planted(CITY, [`@sha256:${'0'.repeat(64)}`, ':latest']))).toEqual([
      'registry.example/gateway-api:latest is not pinned by its digest',
    ])
  })
})

test.each([
  ['0 0 17 * * *', '0 17 * * *', 'ScheduledBackup nightly has 5 fields in its schedule instead of 6'],
  ['0 0 17 * * *', '0 0 25 * * *', 'ScheduledBackup nightly has a hour that is none'],
  ['0 0 17 * * *', '0 0 17 * * mon-sunny', 'ScheduledBackup nightly has a weekday that is none'],
])('planted: a schedule %s → %s', (from, to, sentence) => {
  expect(wrongSchedules(planted(NIGHTLY, [from, to]))).toContain(sentence)
})

test('planted: a job whose hours are of no country', () => {
  const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: rush}\nspec: {schedule: 40 6 * * *}\n`
  expect(wrongSchedules(planted(job))).toEqual(['CronJob rush does not say that its hours are Japan’s'])
})

test.each([
  [
    'mails_oldest_seconds',
    'mails_age_seconds',
    'LoginCodesLate asks for mails_age_seconds, which nobody tells',
  ],
  ['> 60 and', '> 60 and and', 'LoginCodesLate cannot be read as PromQL'],
  [
    'mails_oldest_seconds{lane="codes"}',
    'rate(mails_oldest_seconds[5m])',
    'LoginCodesLate takes the rate of mails_oldest_seconds, which is a gauge',
  ],
  [
    'mails_oldest_seconds{lane="codes"} > 60',
    'sum by (colour) (mails_waiting) > 60',
    'LoginCodesLate groups by colour, which no figure has',
  ],
  ['{lane=', '{line=', 'LoginCodesLate asks mails_oldest_seconds for its line, which it has not'],
  ['runbooks/LoginCodesLate', 'runbooks/Other', 'LoginCodesLate has no runbook'],
])('planted: an alert %s → %s', (from, to, sentence) => {
  expect(wrongAlerts(planted(RULES, [from, to]), () => true)).toContain(sentence)
})
