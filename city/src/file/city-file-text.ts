import type { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { stringify } from 'yaml'

const HEAD = `# A city of Asaichi with its halls. \`npm run city -- check FILE\` says what is wrong with it and \`apply FILE\` puts it.
# What each setting means: docs/city-file.md, and city/city.schema.json for an editor.
`

/** The city as a file: the same city always gives the same text. */
export function cityFileText(file: CityFile): string {
  // Times such as 21:00 are numbers to readers of the older YAML 1.1, unless they stand in quotes.
  return `${HEAD}\n${stringify(file, { compat: 'yaml-1.1', lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false })}`
}
