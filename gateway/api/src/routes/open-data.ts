import { notFound } from '@asaichi/contract/define.ts'
import { CityId } from '@asaichi/contract/ids.ts'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { entityTag } from '../http/entity-tag.ts'
import { openReply } from '../http/open-reply.ts'
import { route } from '../http/route.ts'
import { listFacilities } from '../open-data/list-facilities.ts'

const inCity = z.object({ cityId: CityId })
const answers = {
  output: z.object({ licence: z.string(), items: z.array(z.record(z.string(), z.string())) }),
  refusals: notFound,
}

/** 公共施設一覧 of 自治体標準オープンデータセット, at addresses that stay (docs/open-data.md). */
export const openDataRoutes = [
  route(
    {
      method: 'get',
      path: '/api/open-data/{cityId}/public_facility.csv',
      summary: '公共施設一覧（自治体標準オープンデータセットの列、UTF-8 BOM付きCSV）',
      access: 'anyone',
      open: true,
      params: inCity,
      answers,
      shows: z.string(),
      mediaType: 'text/csv; charset=utf-8',
    },
    ({ call, params, publicUrl }) => listFacilities(call, params.cityId, publicUrl),
    ({ items }) => {
      const text = stringify([...items], { header: true, bom: true, record_delimiter: 'windows' })
      return {
        status: 200,
        text,
        mediaType: 'text/csv; charset=utf-8',
        etag: entityTag(text),
        headers: { 'cache-control': 'no-cache' },
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/open-data/{cityId}/public_facility.json',
      summary: '公共施設一覧（同じ列のJSON）',
      access: 'anyone',
      open: true,
      params: inCity,
      answers,
    },
    ({ call, params, publicUrl }) => listFacilities(call, params.cityId, publicUrl),
    openReply,
  ),
] as const
