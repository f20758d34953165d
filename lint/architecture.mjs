// The architecture as lint rules; each stands in rules/ with its reason, and tests/architecture.test.ts plants what each forbids.
import { boundaries } from './rules/boundaries.mjs'
import { clock } from './rules/clock.mjs'
import { occupancyInsert } from './rules/occupancy-insert.mjs'
import { sqlHome } from './rules/sql-home.mjs'

export default {
  meta: { name: 'architecture' },
  rules: { clock, boundaries, 'occupancy-insert': occupancyInsert, 'sql-home': sqlHome },
}
