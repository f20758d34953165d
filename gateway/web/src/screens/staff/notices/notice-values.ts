import type { Language } from '@asaichi/contract/actor.ts'
import type { NoticeWords } from '@asaichi/contract/catalog/notices.ts'
import type { z } from 'zod'
import type { FieldError } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import type { StaffNotice } from './staff-notice.ts'

/** A notice as it is typed. */
export type NoticeValues = {
  readonly venueId: string
  readonly date: string
  readonly title: string
  readonly body: string
  readonly urgent: boolean
  readonly showFrom: string
  readonly showUntil: string
  readonly easyTitle: string
  readonly easyBody: string
  readonly enTitle: string
  readonly enBody: string
}

export function valuesOf(notice: StaffNotice | undefined, today: string): NoticeValues {
  const [easy, en] = [notice?.translations?.['ja-easy'], notice?.translations?.en]
  return {
    venueId: notice?.venueId ?? '',
    date: notice?.date ?? today,
    title: notice?.title ?? '',
    body: notice?.body ?? '',
    urgent: notice?.urgent ?? false,
    showFrom: notice?.showFrom ?? '',
    showUntil: notice?.showUntil ?? '',
    easyTitle: easy?.title ?? '',
    easyBody: easy?.body ?? '',
    enTitle: en?.title ?? '',
    enBody: en?.body ?? '',
  }
}

/** What is sent; a language that was left empty is not sent, and the public reads Japanese there (V7). */
export function wordsOf(values: NoticeValues): z.input<typeof NoticeWords> {
  return {
    venueId: values.venueId === '' ? null : values.venueId,
    date: values.date,
    title: values.title,
    body: values.body,
    urgent: values.urgent,
    showFrom: values.showFrom === '' ? null : values.showFrom,
    showUntil: values.showUntil === '' ? null : values.showUntil,
    translations: {
      'ja-easy': words(values.easyTitle, values.easyBody),
      en: words(values.enTitle, values.enBody),
    } satisfies Readonly<Record<Exclude<Language, 'ja'>, unknown>>,
  }
}

export function problemsOf(values: NoticeValues): readonly FieldError<keyof NoticeValues>[] {
  const { date, title, body, showFrom, showUntil } = values
  return [
    ...(title.trim() === '' ? [{ field: 'title' as const, message: say('staff.error-title') }] : []),
    ...(body.trim() === '' ? [{ field: 'body' as const, message: say('staff.error-body') }] : []),
    ...(date === '' ? [{ field: 'date' as const, message: say('staff.error-date') }] : []),
    ...(showFrom !== '' && showUntil !== '' && showUntil < showFrom
      ? [{ field: 'showUntil' as const, message: say('staff.error-period') }]
      : []),
  ]
}

function words(title: string, body: string) {
  const [heading, text] = [title.trim(), body.trim()]
  if (heading === '' && text === '') return undefined
  return { ...(heading !== '' && { title: heading }), ...(text !== '' && { body: text }) }
}
