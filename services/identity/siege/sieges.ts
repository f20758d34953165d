import type { Siege } from './siege.ts'

const KAWASAKI: Siege = {
  name: 'Kawasaki: 445,000 on 1,300 accounts from 50 networks in an hour',
  seed: 20_200_707,
  failures: 445_000,
  networks: 50,
  minutes: 60,
  attackedAccounts: 1_300,
  honest: 3_000,
  unknownDevices: 0.05,
  amongAttackers: 0.1,
  typos: 0.08,
  hashesPerSecond: 40,
}

/** The attack of 2020 at its own size, and what would be worse; 40 hashes a second are those of two slow cores. */
export const SIEGES: readonly Siege[] = [
  KAWASAKI,
  { ...KAWASAKI, name: 'the same within 06:50–07:00', minutes: 10 },
  { ...KAWASAKI, name: 'the same from 5,000 networks', networks: 5_000 },
  {
    ...KAWASAKI,
    name: 'one password over 300,000 numbers, 5,000 networks',
    networks: 5_000,
    attackedAccounts: 300_000,
  },
  {
    ...KAWASAKI,
    name: 'no attack, a fifth of all typing wrong in five networks',
    failures: 0,
    amongAttackers: 1,
    typos: 0.2,
    unknownDevices: 1,
  },
]
