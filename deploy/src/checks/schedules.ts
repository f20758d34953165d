import { z } from 'zod'
import type { Applied } from './objects.ts'

const CronJob = z.looseObject({ schedule: z.string(), timeZone: z.string().optional() })
const ScheduledBackup = z.looseObject({ schedule: z.string() })

const FIELDS = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  { name: 'weekday', least: 0, most: 7 },
] as const
const SECOND = { name: 'second', least: 0, most: 59 } as const

/** No API server reads a schedule; a wrong one is found when nothing happens. */
export function wrongSchedules(objects: readonly Applied[]): readonly string[] {
  return objects.flatMap(({ kind, metadata: { name }, spec }) => {
    if (kind === 'CronJob') {
      const { schedule, timeZone } = CronJob.parse(spec)
      return [
        ...wrong(`CronJob ${name}`, schedule, FIELDS),
        ...(timeZone === 'Asia/Tokyo' ? [] : [`CronJob ${name} does not say that its hours are Japan’s`]),
      ]
    }
    if (kind === 'ScheduledBackup')
      return wrong(`ScheduledBackup ${name}`, ScheduledBackup.parse(spec).schedule, [SECOND, ...FIELDS])
    return []
  })
}

type Field = { readonly name: string; readonly least: number; readonly most: number }

function wrong(what: string, schedule: string, fields: readonly Field[]): readonly string[] {
  const parts = schedule.split(' ')
  if (parts.length !== fields.length)
    return [`${what} has ${parts.length} fields in its schedule instead of ${fields.length}`]
  return fields
    .filter((field, index) => !isField(parts[index] ?? '', field))
    .map(({ name }) => `${what} has a ${name} that is none`)
}

function isField(text: string, { least, most }: Field): boolean {
  return text.split(',').every(part => {
    const [, from, to] = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/[1-9]\d*)?$/.exec(part) ?? [undefined, 'x']
    return [from, to].every(each => each === undefined || (Number(each) >= least && Number(each) <= most))
  })
}
