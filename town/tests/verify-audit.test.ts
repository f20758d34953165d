import path from 'node:path'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { auditFindings } from '../src/audit-findings.ts'
import { startTown } from '../src/town.ts'

test('V4: a line for each log says that it is whole, names what is not, and a log that cannot be read hides no other', async () => {
  const dir = await ownFolder()
  const only = ['postgres', 'nats', 'identity', 'lottery', 'gateway-api']
  const town = await startTown({ dir, ports: 'free', durable: false, only })
  onTestFinished(() => town.stop())
  const owner = new pg.Client({ connectionString: town.databaseUrl })
  await owner.connect()
  onTestFinished(() => owner.end())
  const anchors = path.join(dir, 'audit')
  const findings = (url = town.urls.app) => auditFindings({ url, anchors, database: town.databaseUrl })

  await owner.query(
    `insert into identity.audit (city_id, act, subject_id) select 'mitaka', 'log-in', gen_random_uuid() from generate_series(1, 3)`,
  )
  await eventually(async () =>
    expect((await findings()).map(({ service, says }) => `${service} ${says}`)).toEqual([
      expect.stringMatching(/^lottery ok: \d+ rows, whole, and as in \d+ copied heads$/),
      expect.stringMatching(
        /^identity ok: 3 acts sealed, 0 to be sealed, whole, and as in [1-9]\d* copied heads$/,
      ),
    ]),
  )

  await owner.query('alter table identity.audit disable trigger all')
  await owner.query(`update identity.audit set act = 'log-out' where seq = 2`)
  expect(await findings()).toMatchObject([
    { service: 'lottery', isWhole: true },
    { service: 'identity', isWhole: false, says: 'BROKEN at act 2: row-changed' },
  ])
  expect(await findings('http://127.0.0.1:9')).toMatchObject([
    { service: 'lottery', isWhole: false, says: expect.stringMatching(/^NOT READ: /) },
    { service: 'identity', says: 'BROKEN at act 2: row-changed' },
  ])
})
