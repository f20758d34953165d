// `npm run city -- <command>`; in an image `node city/src/main.ts <command>`.
import { parseArgs } from 'node:util'
import { parseEnv } from '@asaichi/service/env.ts'
import { initEnv } from './config.ts'
import { apply } from './file/apply.ts'
import { check, checkedFile } from './file/check.ts'
import { cityFileText } from './file/city-file-text.ts'
import { citySchema } from './file/city-schema.ts'
import { exportCity } from './file/export.ts'
import { init } from './init/init.ts'
import { Missing } from './init/missing.ts'
import { operatorLink } from './operator.ts'
import { operatorBus } from './operator-bus.ts'
import { importAll, peopleIn } from './people/import-file.ts'
import { sayMissing } from './say-missing.ts'
import { writeKeys } from './write-keys.ts'

const USAGE = `Usage:
  npm run city -- keys <folder> --database postgres://<server>:5432/<name>   makes keys and passwords, or adds what is missing
  npm run city -- init                                                       prepares database and streams; safe to run again
  npm run city -- init --during-opening                                      the same between 06:00 and 08:00 in Japan
  npm run city -- operator MAIL [--url https://…]                            a link, once, for who will make the cities on the pages
  npm run city -- check FILE                                                 says what is wrong with a city's file, line by line
  npm run city -- apply FILE [--dry-run]                                     puts the city as the file has it, all or nothing
  npm run city -- export CITY                                                writes the city as the town has it, as a file
  npm run city -- people CITY FILE.csv [--dry-run]                           brings in residents and staff of a list
  npm run city -- schema                                                     writes the JSON Schema of such a file`

await sayMissing(() => run(process.argv.slice(2)))

async function run(args: readonly string[]): Promise<void> {
  const { command, about, second, database, duringOpening, dryRun, url } = asked(args)
  switch (command) {
    case 'keys':
      if (database === undefined) throw new Missing(USAGE)
      return await writeKeys(named(about), { database, say: console.log })
    case 'init':
      await init(parseEnv(initEnv), { duringOpening, say: console.log })
      console.log(
        'Next, where nobody runs this installation yet: once the services are up, `npm run city -- operator MAIL` prints the link by which the first operator comes in.',
      )
      return
    case 'operator':
      return await tellLink({ mail: named(about), url })
    case 'check':
      return await check(named(about), console.log)
    case 'apply':
      return await applyFile(named(about), dryRun)
    case 'export':
      return await exportFile(named(about))
    case 'people':
      return await bringIn(named(about), { file: named(second), dryRun })
    case 'schema':
      process.stdout.write(citySchema())
      return
    case undefined:
    default:
      throw new Missing(USAGE)
  }
}

async function tellLink(asked: Parameters<typeof operatorLink>[1]): Promise<void> {
  await using bus = await operatorBus()
  for (const line of await operatorLink(bus.call, asked)) console.log(line)
}

async function applyFile(name: string, dryRun: boolean): Promise<void> {
  const file = await checkedFile(name)
  await using bus = await operatorBus()
  await apply(bus.call, file, { dryRun, say: console.log })
}

async function exportFile(cityId: string): Promise<void> {
  await using bus = await operatorBus()
  process.stdout.write(cityFileText(await exportCity(bus.call, cityId)))
}

async function bringIn(
  cityId: string,
  { file, dryRun }: { readonly file: string; readonly dryRun: boolean },
): Promise<void> {
  const people = await peopleIn(file)
  await using bus = await operatorBus()
  const begun = performance.now()
  const { imported, known } = await importAll(bus.call, people, { cityId, dryRun })
  for (const { line } of known)
    console.log(`${file}:${line} is known already, by mail or number, and stays as they are`)
  console.log(
    `${imported} of ${people.length} ${dryRun ? 'would be brought in; nobody was' : 'brought in: each sets a password by password help'} (${((performance.now() - begun) / 1_000).toFixed(1)} s).`,
  )
}

function named(about: string | undefined): string {
  if (about === undefined) throw new Missing(USAGE)
  return about
}

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'during-opening': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        database: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:8080' },
      },
      allowPositionals: true,
    })
    const [command, about, second, ...more] = positionals
    if (more.length > 0 || (second !== undefined && command !== 'people')) throw new Missing(USAGE)
    const { database, 'during-opening': duringOpening, 'dry-run': dryRun, url } = values
    return { command, about, second, database, duringOpening, dryRun, url }
  } catch {
    throw new Missing(USAGE)
  }
}
