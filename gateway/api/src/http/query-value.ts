import { z } from '@hono/zod-openapi'

/** A whole number as a query writes it; `schema` says which numbers. */
export function wholeNumber<S extends z.ZodType<unknown, number>>(schema: S) {
  const { type, minimum, maximum } = z.toJSONSchema(schema, { io: 'input' })
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(schema)
    .openapi({ type: 'integer', ...(type === 'integer' && { minimum, maximum }) })
}

/** A parameter that may be given several times: `?status=pending&status=approved`. */
export function severalOf<S extends z.ZodType>(schema: S) {
  return z.preprocess(given => (typeof given === 'string' ? [given] : given), z.array(schema).max(20))
}
