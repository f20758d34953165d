import { playField } from './play.ts'

// `npm run field`: what real people and real data broke once, played through the front doors of a town of its own.
const played = await playField(({ id, says, failure }) => {
  console.log(`${failure === undefined ? 'pass' : 'FAIL'}  ${id.padEnd(6)} ${says}`)
  if (failure !== undefined) console.log(`              ${failure}`)
})
const failed = played.filter(({ failure }) => failure !== undefined).length
console.log(`${played.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
