import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startApiBed } from './api-bed.ts'

const door = await forThisFile(startApiBed())
const CSV = '/api/open-data/mitaka/public_facility.csv'

test('the list of halls is CSV that a spreadsheet reads as UTF-8, at one address, with a tag, for every site', async () => {
  const answer = await door.send(['GET', CSV])
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/csv; charset=utf-8', 'access-control-allow-origin': '*' },
  })
  const [head = '', row = '', ...rest] = answer.text.split('\r\n')
  expect(head).toMatch(/^\ufeff全国地方公共団体コード,ID,地方公共団体名,名称,/)
  expect(row).toMatch(/^132047,132047000001,東京都試験市,公会堂,/)
  expect(rest).toEqual([''])
  const again = await door.send(['GET', CSV], { headers: { 'if-none-match': answer.headers.etag ?? '' } })
  expect(again.status).toBe(304)
})

test('as JSON it has the same columns, and the licence', async () => {
  const answer = await door.send(['GET', '/api/open-data/mitaka/public_facility.json'])
  expect(answer.json).toMatchObject({
    licence: 'CC BY 4.0',
    items: [{ 名称: '公会堂', 外部識別子の値: 'hall' }],
  })
})

test('a city that is not there is 404', async () => {
  expect(await door.send(['GET', '/api/open-data/nowhere/public_facility.csv'])).toMatchObject({
    status: 404,
  })
})
