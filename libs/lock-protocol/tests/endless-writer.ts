import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'

const path = process.argv[2] ?? ''
for (let round = 1; ; round += 1) {
  await writeAtomically(path, JSON.stringify(Array.from({ length: 60_000 }, () => round)))
  if (round === 2) process.stdout.write('writing\n')
}
