import { readFile } from 'node:fs/promises'
import type { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { Missing } from '../init/missing.ts'
import { readCityFile } from './read-city-file.ts'

/** The file, or an end with a line for each thing that is wrong with it: `FILE:12:5 venues[0].name: …`. */
export async function checkedFile(file: string): Promise<CityFile> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Missing(`There is no file ${file}, or it cannot be read.`)
  })
  const read = readCityFile(text)
  if (read.ok) return read.file
  const lines = read.faults.map(({ line, column, path, says }) =>
    `${file}:${line}:${column} ${path}: ${says}`.replace(' : ', ' '),
  )
  throw new Missing(lines.join('\n'))
}

export async function check(file: string, say: (line: string) => void): Promise<void> {
  const { city, venues } = await checkedFile(file)
  const rooms = venues.reduce((sum, { spaces }) => sum + spaces.length, 0)
  say(`${file} is right: ${city.name} with ${venues.length} venues and ${rooms} rooms.`)
}
