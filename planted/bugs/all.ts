import type { Bug } from '../bug.ts'
import { bus } from './bus.ts'
import { desk } from './desk.ts'
import { draws } from './draws.ts'
import { locks } from './locks.ts'
import { people } from './people.ts'

export const bugs: readonly Bug[] = [...desk, ...bus, ...draws, ...locks, ...people]
