import { z } from 'zod'

/** A process, or a group of processes, and what it is told; what `like` is told is not said again. */
export type Told = {
  readonly title: string
  readonly says?: string
  readonly schema: z.ZodType
  readonly like?: z.ZodType
}

const Variable = z.object({
  description: z.string(),
  secret: z.literal(true).optional(),
  default: z.unknown().optional(),
})
const ObjectSchema = z.object({
  properties: z.record(z.string(), Variable),
  required: z.array(z.string()).default([]),
})

/** One process's variables as a table: what the schema asks for before it parses it, in the schema's own order. */
export function sectionOf({ title, says, schema, like }: Told): string {
  const { properties, required } = jsonSchemaOf(schema)
  const known = like === undefined ? {} : jsonSchemaOf(like).properties
  const rows = Object.entries(properties)
    .filter(([name]) => !(name in known))
    .map(([name, variable]) => rowOf(name, variable, required.includes(name)))
  const table = ['| variable | if it is not set | what it is |', '| --- | --- | --- |', ...rows].join('\n')
  return [`## ${title}`, says, rows.length > 0 ? table : 'Nothing more.'].filter(Boolean).join('\n\n')
}

function jsonSchemaOf(schema: z.ZodType) {
  return ObjectSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

function rowOf(
  name: string,
  { description, secret, default: value }: z.infer<typeof Variable>,
  required: boolean,
) {
  const unset = value !== undefined ? shown(value) : required ? '**refused**' : '–'
  return `| \`${name}\` | ${unset} | ${secret ? '**Secret.** ' : ''}${description.replaceAll('|', '\\|')} |`
}

/** A long value, such as a beacon's chain, is named by its description. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '' ? 'empty' : text.length > 40 ? 'as described' : `\`${text}\``
}
