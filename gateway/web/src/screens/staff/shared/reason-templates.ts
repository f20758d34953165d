import type { Language } from '@asaichi/contract/actor.ts'
import type { Key } from '../../../i18n/catalogue.ts'

/** A reason as it stands in the mail to a resident, in each language mails have; `label` is what the staff member picks. */
export type ReasonTemplate = { readonly label: Key; readonly words: Readonly<Record<Language, string>> }

export const RETURN_REASONS: readonly ReasonTemplate[] = [
  {
    label: 'staff.return-unreachable',
    words: {
      ja: 'お電話とSMSでご連絡しましたが、つながりませんでした。電話番号をお確かめのうえ、もう一度申請してください。',
      'ja-easy':
        '電話（でんわ）をしましたが、話（はな）すことができませんでした。電話番号（でんわばんごう）を見（み）て、もう一度（いちど）申請（しんせい）してください。',
      en: 'We called and sent a text message but could not reach you. Please check your phone number and apply again.',
    },
  },
  {
    label: 'staff.return-details',
    words: {
      ja: 'ご登録の氏名または生年月日が、お話しいただいた内容と違っていました。登録内容を直してから、もう一度申請してください。',
      'ja-easy':
        '名前（なまえ）か、生（う）まれた日（ひ）が、ちがっていました。登録（とうろく）をなおして、もう一度（いちど）申請（しんせい）してください。',
      en: 'Your registered name or date of birth differs from what you told us. Please correct it and apply again.',
    },
  },
  {
    label: 'staff.return-double',
    words: {
      ja: 'すでに別の登録番号で承認されています。前からの登録番号をお使いください。',
      'ja-easy':
        'あなたは、ほかの登録番号（とうろくばんごう）で、もう使（つか）うことができます。前（まえ）の番号（ばんごう）を使（つか）ってください。',
      en: 'You are already approved under another member number. Please use that number.',
    },
  },
]

export const REFUSE_REASONS: readonly ReasonTemplate[] = [
  {
    label: 'staff.refuse-purpose',
    words: {
      ja: '備考に団体名と利用の目的がなかったため、承認できませんでした。備考に書いて、もう一度お申込みください。',
      'ja-easy':
        '備考（びこう）に、グループの名前（なまえ）と、何（なに）をするかが、ありませんでした。書（か）いて、もう一度（いちど）申（もう）し込（こ）んでください。',
      en: 'The note did not say the group’s name and the purpose. Please add them and apply again.',
    },
  },
  {
    label: 'staff.refuse-paid',
    words: {
      ja: '入場料や販売のある催しは、「有料のイベント」の区分からのお申込みが必要です。お手数ですが、申し込み直してください。',
      'ja-easy':
        'お金（かね）をもらうイベントは、「有料（ゆうりょう）のイベント」から申（もう）し込（こ）んでください。',
      en: 'An event with an entrance fee or sales must be booked as a “paid event”. Please apply again that way.',
    },
  },
  {
    label: 'staff.refuse-rule',
    words: {
      ja: 'この部屋の決まりに合わない使い方のため、承認できませんでした。施設のページの決まりをお確かめください。',
      'ja-easy':
        'この部屋（へや）では、その使（つか）い方（かた）はできません。部屋（へや）の決（き）まりを読（よ）んでください。',
      en: 'This use does not fit the rules of the room. Please read the rules on the facility’s page.',
    },
  },
  {
    label: 'staff.refuse-double',
    words: {
      ja: '同じ日に重なるお申込みがあったため、こちらは承認できませんでした。',
      'ja-easy':
        '同（おな）じ日（ひ）に、ほかの申（もう）し込（こ）みがあります。これは承認（しょうにん）できません。',
      en: 'You have another application for the same day, so this one could not be approved.',
    },
  },
]

export const CANCEL_REASONS: readonly ReasonTemplate[] = [
  {
    label: 'staff.cancel-closure',
    words: {
      ja: '施設の都合で、この日時は使えなくなりました。ご迷惑をおかけして申し訳ありません。',
      'ja-easy':
        '施設（しせつ）の都合（つごう）で、この時間（じかん）は使（つか）うことができません。ごめんなさい。',
      en: 'The facility cannot be used at this time. We are sorry for the trouble.',
    },
  },
  {
    label: 'staff.cancel-disaster',
    words: {
      ja: '避難所など災害への備えに使うため、この日時は使えなくなりました。ご理解をお願いします。',
      'ja-easy':
        '災害（さいがい）のときに使（つか）うため、この時間（じかん）は使（つか）うことができません。',
      en: 'The room is needed as a shelter or for disaster work at this time. Thank you for your understanding.',
    },
  },
]
