import { getInvitation } from '@asaichi/contract/identity/team.ts'
import { startIdentity } from '@asaichi/identity/start.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { Missing } from '../src/init/missing.ts'
import { operatorLink } from '../src/operator.ts'

const bed = await forThisFile(startBed())
await bed.start('identity', startIdentity)
const url = 'https://yoyaku.example.jp'
const tokenOf = ([, link = '']: readonly string[]) =>
  decodeURIComponent(/^https:\/\/yoyaku\.example\.jp\/invitation#token=(.+)$/.exec(link)?.[1] ?? '')
const look = (token: string) => bed.call(getInvitation, { token })

test('V9: before any city there is a link for the first operator; asked twice, the newer one counts', async () => {
  const asked = { mail: 'operator@example.jp', url }
  const [first, second] = [await operatorLink(bed.call, asked), await operatorLink(bed.call, asked)]
  expect(codeOf(await look(tokenOf(first)))).toBe('token-not-valid')
  expect(valueOf(await look(tokenOf(second)))).toMatchObject({
    role: 'operator',
    mail: 'operator@example.jp',
  })
})

test.each([
  [{ mail: 'nobody', url }, 'nobody is no mail address.'],
  [{ mail: 'operator@example.jp', url: 'yoyaku' }, '--url is the address of the pages'],
])('%o is answered with one sentence', async (asked, says) => {
  await expect(operatorLink(bed.call, asked)).rejects.toThrow(Missing)
  await expect(operatorLink(bed.call, asked)).rejects.toThrow(says)
})
