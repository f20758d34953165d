import type { ReasonTemplate } from '../../staff/shared/reason-templates.ts'

export const SUSPEND_REASONS: readonly ReasonTemplate[] = [
  {
    label: 'staff.counter-reason-no-show',
    words: {
      ja: '取り消しの連絡がないまま、予約した部屋を使わない日が続いたためです。',
      'ja-easy': '予約（よやく）した部屋（へや）を、何回（なんかい）も 使（つか）わなかったからです。',
      en: 'You repeatedly left booked rooms unused without cancelling.',
    },
  },
  {
    label: 'staff.counter-reason-rules',
    words: {
      ja: '施設の決まりに合わない使い方があったためです。くわしいことは窓口におたずねください。',
      'ja-easy':
        '部屋（へや）の決（き）まりと ちがう使（つか）い方（かた）を したからです。窓口（まどぐち）に 聞（き）いてください。',
      en: 'A room was used against its rules. Please ask the office for details.',
    },
  },
]

export const LIFT_REASONS: readonly ReasonTemplate[] = [
  {
    label: 'staff.counter-reason-over',
    words: {
      ja: '停止の期間が終わりました。これからは、施設の決まりを守ってお使いください。',
      'ja-easy': '止（と）める期間（きかん）が 終（お）わりました。決（き）まりを 守（まも）ってください。',
      en: 'The time of the suspension is over. Please keep to the rules from now on.',
    },
  },
]
