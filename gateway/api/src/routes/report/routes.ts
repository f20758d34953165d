import { done } from '@asaichi/contract/define.ts'
import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import { z } from 'zod'
import { route } from '../../http/route.ts'
import { reportShiftJis, reportText } from './report-csv.ts'
import { reportTable, TableName } from './report-tables.ts'

const months = getUseReport.input.pick({ from: true, to: true }).strict()
const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Span = { readonly from: string; readonly to: string }

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
      summary: '利用の統計の表1つ（UTF-8 BOM付きかShift_JISのCSV、12か月まで）',
      access: 'staff',
      query: months.extend({
        table: TableName.default('rooms'),
        encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
      }),
      answers: getUseReport,
      shows: z.string(),
      mediaType: CSV,
    },
    ({ call, actor, query: { from, to } }) => call(getUseReport, { actor, from, to }),
    (report, { query: { table: name, encoding, ...span } }) => {
      const table = reportTable(name, report)
      const headers = fileNamed(`riyo-${name}`, span, 'csv')
      return encoding === 'utf-8'
        ? { status: 200, text: reportText(table), mediaType: CSV, headers }
        : { status: 200, bytes: reportShiftJis(table), mediaType: 'text/csv; charset=shift_jis', headers }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/use-report.xlsx',
      summary: '利用の統計の表すべて（Excelのファイル、12か月まで）',
      access: 'staff',
      query: months,
      answers: { output: z.instanceof(Uint8Array<ArrayBuffer>), refusals: getUseReport.refusals },
      shows: z.string(),
      mediaType: XLSX,
    },
    async ({ call, actor, query }) => {
      const report = await call(getUseReport, { actor, ...query })
      if (!report.ok) return report
      const { reportXlsx } = await import('./report-xlsx.ts')
      return done(await reportXlsx(TableName.options.map(name => reportTable(name, report.value))))
    },
    (bytes, { query }) => ({
      status: 200,
      bytes,
      mediaType: XLSX,
      headers: fileNamed('riyo', query, 'xlsx'),
    }),
  ),
] as const

function fileNamed(name: string, { from, to }: Span, kind: string): Readonly<Record<string, string>> {
  return { 'content-disposition': `attachment; filename="${name}-${from}-${to}.${kind}"` }
}
