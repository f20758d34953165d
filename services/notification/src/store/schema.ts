import type { City } from '@asaichi/contract/catalog/city.ts'
import type { MailStatus, markTold } from '@asaichi/contract/notification/mails.ts'
import type { NameTranslations } from '@asaichi/contract/translations.ts'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'
import type { Lane } from '../domain/lanes.ts'

export type Status = z.output<typeof MailStatus>
export type ToldBy = z.output<typeof markTold.input>['by']

export type Tables = {
  readonly cities: {
    readonly city_id: string
    readonly version: number
    readonly name: string
    readonly office: ColumnType<City['office'], string, string>
    readonly translations: ColumnType<NonNullable<NameTranslations> | null, string, string>
  }
  readonly mails: {
    readonly mail_id: string
    readonly kind: string
    readonly subject_id: string
    readonly version: number
    readonly outcome: string | null
    readonly person_id: string | null
    readonly city_id: string | null
    readonly lane: Lane
    readonly status: Generated<Status>
    readonly attempts: Generated<number>
    readonly unclear: Generated<number>
    readonly tried_at: string | null
    readonly give_up_at: Generated<string>
    readonly next_try_at: Generated<string>
    readonly lease: string | null
    readonly traceparent: string | null
    readonly last_error: string | null
    readonly queued_at: Generated<string>
    readonly sent_at: string | null
    readonly told_by: ToldBy | null
    readonly told_at: string | null
  }
}
