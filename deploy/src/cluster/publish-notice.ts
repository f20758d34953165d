import type { Asking } from '@asaichi/bus/bus.ts'
import { publishNotice as request } from '@asaichi/contract/catalog/staff.ts'

/** A small write that anybody can count afterwards; it throws where catalog refuses it. */
export async function publishNotice(
  { call }: Pick<Asking, 'call'>,
  { noticeId, date, title }: { readonly noticeId: string; readonly date: string; readonly title: string },
): Promise<void> {
  const outcome = await call(request, {
    actor: 'system',
    noticeId,
    cityId: 'mitaka',
    venueId: null,
    date,
    title,
    body: 'One of many.',
    translations: {},
  })
  if (!outcome.ok) throw new Error(`A notice was refused: ${outcome.refusal.code}`)
}
