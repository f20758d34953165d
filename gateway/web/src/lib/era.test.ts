import { expect, test } from 'vitest'
import { dateOfParts, type EraName } from './era.ts'

test.each<readonly [EraName, string, string, string, string | undefined]>([
  ['昭和', '25', '3', '7', '1950-03-07'],
  ['昭和', '６４', '１', '７', '1989-01-07'],
  ['昭和', '64', '1', '8', undefined],
  ['平成', '元', '1', '8', '1989-01-08'],
  ['平成', '31', '4', '30', '2019-04-30'],
  ['令和', '1', '5', '1', '2019-05-01'],
  ['大正', '15', '12', '25', '1926-12-25'],
  ['西暦', '1950', '02', '29', undefined],
  ['西暦', '1952', '2', '29', '1952-02-29'],
  ['西暦', '1952', '', '29', undefined],
])('S9, M3: %s %s年%s月%s日 is %s', (era, year, month, day, date) => {
  expect(dateOfParts({ era, year, month, day })).toBe(date)
})
