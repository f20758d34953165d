import path from 'node:path'

export const repositoryRoot = path.resolve(import.meta.dirname, '../../..')

/** Everything the town keeps between two starts; git-ignored. */
export const defaultTownFolder = path.join(repositoryRoot, '.town')
