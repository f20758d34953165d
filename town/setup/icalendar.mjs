import { pythonTool } from './python-tool.mjs'

/** Python's icalendar: one of four parsers that read our calendar files in the tests. */
export const icalendar = pythonTool('icalendar', [
  'icalendar==7.3.2',
  'python-dateutil==2.9.0.post0',
  'six==1.17.0',
  'tzdata==2025.2',
])
