import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { expect, test } from 'vitest'
import { IMAGES } from './image-list.ts'

const DOCKERFILES = path.join(repositoryRoot, 'deploy/images')

test('every service and gateway has an image, pruned for a workspace that is there, with a program that is there', () => {
  expect(IMAGES.map(({ name }) => name).toSorted()).toEqual(
    [...ALL_SERVICES, 'gateway-api', 'gateway-lock', 'city'].toSorted(),
  )
  for (const { main, workspace } of IMAGES) {
    expect([main, existsSync(path.join(repositoryRoot, main))]).toEqual([main, true])
    const manifest = path.join(repositoryRoot, main.replace(/\/src\/.*/, ''), 'package.json')
    expect(readFileSync(manifest, 'utf8')).toContain(`"name": "${workspace}"`)
  }
})

const dockerfiles = readdirSync(DOCKERFILES).filter(name => name.endsWith('Dockerfile'))
test.each(dockerfiles)('%s fetches and runs nothing while it is built', name => {
  const steps = readFileSync(path.join(DOCKERFILES, name), 'utf8')
    .split('\n')
    .map(line => /^([A-Z]+) /.exec(line)?.[1])
    .filter(step => step !== undefined)
  const known = ['ARG', 'FROM', 'LABEL', 'ENV', 'WORKDIR', 'COPY', 'USER', 'EXPOSE', 'ENTRYPOINT', 'CMD']
  expect(steps.filter(step => !known.includes(step))).toEqual([])
})

test('what runs is nobody in particular', () => {
  for (const name of ['Dockerfile', 'os.Dockerfile'])
    expect(readFileSync(path.join(DOCKERFILES, name), 'utf8')).toMatch(/^USER 10001:10001$/m)
})
