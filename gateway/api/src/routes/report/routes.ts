import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'
import { reportText } from './report-file.ts'

const months = getUseReport.input.pick({ from: true, to: true }).strict()

/** What the city tells of its halls at the end of a month or a year (T11). */
export const reportRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/use-report',
      summary: '部屋ごとの利用の統計（12か月まで）',
      access: 'staff',
      query: months,
      answers: getUseReport,
    },
    ({ call, actor, query }) => call(getUseReport, { actor, ...query }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/use-report.csv',
      summary: '部屋ごとの利用の統計（UTF-8 BOM付きCSV、12か月まで）',
      access: 'staff',
      query: months,
      answers: getUseReport,
      shows: z.string(),
      mediaType: 'text/csv; charset=utf-8',
    },
    ({ call, actor, query }) => call(getUseReport, { actor, ...query }),
    ({ rooms }, { query: { from, to } }) => ({
      status: 200,
      text: reportText(rooms),
      mediaType: 'text/csv; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="riyo-${from}-${to}.csv"` },
    }),
  ),
] as const
