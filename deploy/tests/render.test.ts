import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mistakesIn } from '../src/checks/all.ts'
import { unpinned } from '../src/checks/confinement.ts'
import { named, type Pod, podsOf } from '../src/checks/objects.ts'
import { KUBECTL, type Rendered, renderOverlays } from '../src/cluster/render.ts'

const OVERLAYS = readdirSync(path.join(repositoryRoot, 'deploy/overlays'))

describe.skipIf(!existsSync(KUBECTL))(
  'rendered (without kubectl, node town/setup.mjs --with kubectl builds it, these are left out)',
  () => {
    let dir: string
    let all: readonly Rendered[]
    beforeAll(async () => {
      dir = await mkdtemp(path.join(tmpdir(), 'asaichi-render-'))
      all = await renderOverlays(dir)
    })
    afterAll(() => rm(dir, { recursive: true, force: true }))
    const objectsOf = (overlay: string) => all.find(each => each.overlay === overlay)?.objects ?? []

    test.each(OVERLAYS)('%s has no mistake that an API server would let through', overlay => {
      expect(objectsOf(overlay).length).toBeGreaterThan(40)
      expect(mistakesIn(objectsOf(overlay))).toEqual([])
    })

    test.each(OVERLAYS)('P4: in %s each process is told the secrets of one Secret, its own', overlay => {
      const own = podsOf(objectsOf(overlay)).flatMap(secretsOf)
      expect(own.filter(([process, secret]) => !secret.startsWith(`${process}-`))).toEqual([])
      expect(new Set(own.map(([, secret]) => secret)).size).toBeGreaterThan(8)
    })

    test('in production every image of ours is pinned by its digest', () => {
      expect(unpinned(objectsOf('production-example'))).toEqual([])
    })

    test('every process has a budget of disruptions, a policy of its own, and stands behind a closed door', () => {
      const objects = objectsOf('production-example')
      const processes = podsOf(objects).filter(({ kind }) => kind === 'Deployment')
      expect(processes).toHaveLength(8)
      for (const { name } of processes) expect(named(objects, 'NetworkPolicy')).toContain(name)
      expect(named(objects, 'NetworkPolicy')).toContain('default-deny')
      expect(named(objects, 'PodDisruptionBudget').toSorted()).toEqual(
        [...processes.map(({ name }) => name).filter(name => name !== 'keeper'), 'nats'].toSorted(),
      )
    })

    test('an autoscaler and a number of replicas never own one Deployment', () => {
      for (const { objects } of all) {
        const scaled = named(objects, 'HorizontalPodAutoscaler').map(name => name.replace('-replicas', ''))
        for (const { kind, metadata, spec } of objects)
          if (kind === 'Deployment' && scaled.includes(metadata.name))
            expect(spec).not.toHaveProperty('replicas')
      }
    })
  },
)

function secretsOf({ labels, spec }: Pod): readonly (readonly [process: string, secret: string])[] {
  return spec.containers.flatMap(({ envFrom }) =>
    envFrom.flatMap(({ secretRef }) =>
      secretRef === undefined ? [] : [[labels['app.kubernetes.io/name'] ?? '', secretRef.name] as const],
    ),
  )
}
