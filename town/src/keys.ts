import { exchangeKey } from '@asaichi/city/key-folder.ts'
import { EXCHANGEABLE } from '@asaichi/city/town-keys.ts'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { runCommand } from '@asaichi/service/command.ts'

const USAGE = `Usage: npm run keys -- rotate ${Object.keys(EXCHANGEABLE).join(' | ')}`

await runCommand(async () => {
  const [verb, name, ...rest] = process.argv.slice(2)
  if (verb !== 'rotate' || rest.length > 0 || !isExchangeable(name)) throw new Error(USAGE)
  await exchangeKey(defaultTownFolder, EXCHANGEABLE[name])
  console.log(`The next start makes a new ${name} key; what the one before made still counts.`)
})

function isExchangeable(name: string | undefined): name is keyof typeof EXCHANGEABLE {
  return name !== undefined && Object.hasOwn(EXCHANGEABLE, name)
}
