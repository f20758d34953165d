import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { sync } from 'node-ical'
import { z } from 'zod'

/** The one event of a calendar's file as a parser reads it; `complaints` of a parser that judges. */
const CalendarRead = z.object({
  method: z.string().nullable(),
  uid: z.string(),
  organizer: z.string().nullable(),
  status: z.string(),
  sequence: z.number(),
  start: z.string(),
  end: z.string(),
  summary: z.string(),
  location: z.string(),
  complaints: z.array(z.string()),
})
export type CalendarRead = z.infer<typeof CalendarRead>

export type CalendarReader = {
  readonly name: string
  /** Why it cannot read here; `node town/setup.mjs --with …` obtains it. */
  readonly absent: string | undefined
  readonly read: (file: string) => Promise<CalendarRead>
}

const TOOLS = path.resolve(import.meta.dirname, '../../../../.town/tools')
const python = path.join(TOOLS, 'icalendar/bin/python')
const jars = path.join(TOOLS, 'ical4j')
const run = promisify(execFile)

/** Four parsers that people's calendars are built on. */
export const CALENDAR_READERS: readonly CalendarReader[] = [
  { name: 'ical.js', absent: undefined, read: async file => readByIcalJs(file) },
  { name: 'node-ical', absent: undefined, read: async file => readByNodeIcal(file) },
  {
    name: 'icalendar of Python',
    absent: existsSync(python) ? undefined : 'no Python with icalendar: node town/setup.mjs --with icalendar',
    read: file => readBy(python, ['read_icalendar.py'], file),
  },
  {
    name: 'ical4j',
    absent: existsSync(jars) ? undefined : 'no java with ical4j: node town/setup.mjs --with ical4j',
    read: file => readBy('java', ['-cp', `${jars}/*`, 'ReadIcal4j.java'], file),
  },
]

/** Which Thunderbird is built on. */
function readByIcalJs(file: string): CalendarRead {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('ical.js finds no event')
  const event = new ICAL.Event(component)
  return CalendarRead.parse({
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    organizer: component.getFirstPropertyValue('organizer'),
    status: component.getFirstPropertyValue('status'),
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    complaints: [],
  })
}

function readByNodeIcal(file: string): CalendarRead {
  const calendar = sync.parseICS(file)
  const event = Object.values(calendar).find(part => part?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('node-ical finds no event')
  const organizer = z.object({ val: z.string() }).safeParse(event.organizer)
  return CalendarRead.parse({
    method: calendar.vcalendar?.method ?? null,
    uid: event.uid,
    organizer: organizer.success ? organizer.data.val : null,
    status: event.status,
    sequence: Number(event.sequence),
    start: event.start.toISOString(),
    end: event.end?.toISOString(),
    summary: event.summary,
    location: event.location,
    complaints: [],
  })
}

/** A program beside this file that is given the file's path and prints what it read as JSON. */
async function readBy(program: string, args: readonly string[], file: string): Promise<CalendarRead> {
  const folder = await mkdtemp(path.join(tmpdir(), 'asaichi-ics-'))
  try {
    const ics = path.join(folder, 'yoyaku.ics')
    await writeFile(ics, file)
    const { stdout } = await run(program, [...args, ics], { cwd: import.meta.dirname })
    return CalendarRead.parse(JSON.parse(stdout))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
