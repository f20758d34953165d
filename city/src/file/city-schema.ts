import { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { z } from 'zod'

/** JSON Schema 2020-12 of a city file, for editors: what may be left out may be left out here too. */
export function citySchema(): string {
  const schema = z.toJSONSchema(CityFile, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ title: 'A city of Asaichi', ...schema }, undefined, 2)}\n`
}
