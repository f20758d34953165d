import type { Content, Frame } from './content.ts'
import { clockSeconds, japaneseMoment } from './japanese-time.ts'
import { type Body, inFours, paragraph } from './letter.ts'

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>

/** Mail B (M5). */
export function confirmRegistration(
  { token, expiresAt }: Of<'confirm-registration'>,
  { city, publicUrl }: Frame,
): Body {
  return {
    subject: '登録（とうろく）は まだ終（お）わっていません',
    blocks: [
      paragraph(
        `${city.name}の施設（しせつ）の登録（とうろく）を はじめました。\nまだ終（お）わっていません。`,
      ),
      paragraph('下（した）のリンクを開（ひら）いてください。そして、ボタンを押（お）してください。'),
      {
        kind: 'link',
        label: '登録（とうろく）のページを開（ひら）く',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`このリンクは 1回（かい）だけ使（つか）えます。${japaneseMoment(expiresAt)}までです。`),
      paragraph(
        'そのあと、施設（しせつ）を使（つか）う申請（しんせい）をしてください。市（し）が「いいです」と言（い）ったら、予約（よやく）できます。',
      ),
      paragraph('登録（とうろく）していない人（ひと）は、このメールを消（け）してください。'),
    ],
  }
}

/** Mail B to an address that is known already. */
export function alreadyRegistered({ city, publicUrl }: Frame): Body {
  return {
    subject: '登録（とうろく）のお知（し）らせ',
    blocks: [
      paragraph(
        `だれかが、このメールアドレスで${city.name}の施設（しせつ）に登録（とうろく）しようとしました。\nあなたは もう登録（とうろく）しています。新（あたら）しい登録（とうろく）は していません。`,
      ),
      paragraph('今（いま）の登録（とうろく）で ログインできます。'),
      {
        kind: 'link',
        label: 'ログインのページを開（ひら）く',
        url: `${publicUrl}/login?city=${city.cityId}`,
      },
      paragraph('あなたが していないときは、何（なに）も しなくていいです。'),
    ],
  }
}

/** Mail C (M9). */
export function loginCode({ code, expiresAt }: Of<'login-code'>): Body {
  return {
    subject: 'ログインの番号（ばんごう）',
    blocks: [
      paragraph(`ログインのページに、この${code.length}つの数字（すうじ）を入（い）れてください。`),
      { kind: 'code', label: 'ログインの番号（ばんごう）', code },
      paragraph(
        `3分（ぷん）だけ使（つか）えます。${clockSeconds(expiresAt)}までです。\n時間（じかん）が過（す）ぎたら、もう一度（いちど）ログインしてください。新（あたら）しい番号（ばんごう）が届（とど）きます。`,
      ),
      paragraph(
        'この番号（ばんごう）を だれにも教（おし）えないでください。市（し）の人（ひと）も聞（き）きません。ログインしていないときは、パスワードを変（か）えてください。',
      ),
    ],
  }
}

/** Mail A (S9). */
export function passwordHelp({ password, expiresAt }: Of<'password-help'>, { city, publicUrl }: Frame): Body {
  return {
    subject: '仮（かり）のパスワード',
    blocks: [
      paragraph(
        'パスワードを忘（わす）れた人（ひと）への お知（し）らせです。これは仮（かり）のパスワードです。',
      ),
      { kind: 'code', label: '仮（かり）のパスワード', code: inFours(password) },
      paragraph(
        `1回（かい）だけ使（つか）えます。${clockSeconds(expiresAt)}までです。「-」は 入（い）れなくても いいです。`,
      ),
      {
        kind: 'steps',
        title: 'すること',
        steps: [
          'ログインのページを開（ひら）きます。パスワードに、仮（かり）のパスワードを入（い）れます。',
          '次（つぎ）のメールの数字（すうじ）を6つ 入（い）れます。',
          '新（あたら）しいパスワードを決（き）めます。',
        ],
      },
      {
        kind: 'link',
        label: 'ログインのページを開（ひら）く',
        url: `${publicUrl}/login?city=${city.cityId}`,
      },
      paragraph(
        '新（あたら）しいパスワードを決（き）めるまで、前（まえ）のパスワードも使（つか）えます。あなたが していないときは、このメールを消（け）してください。',
      ),
    ],
  }
}

/** Mail P, password changed (V4). */
export function passwordChanged({ city, publicUrl }: Frame): Body {
  return {
    subject: 'パスワードが変（か）わりました',
    blocks: [
      paragraph(
        `${city.name}の施設（しせつ）の予約（よやく）のパスワードが 変（か）わりました。\nほかのスマートフォンやパソコンは、ログアウトしました。`,
      ),
      paragraph(
        'あなたが していないときは、すぐにログインのページの「パスワードを忘れたとき」から パスワードを変（か）えてください。下（した）の窓口（まどぐち）にも 電話（でんわ）してください。',
      ),
      {
        kind: 'link',
        label: 'ログインのページを開（ひら）く',
        url: `${publicUrl}/login?city=${city.cityId}`,
      },
    ],
  }
}

/** Mail I, approved (M7). */
export function permissionApproved({ city, publicUrl }: Frame): Body {
  return {
    subject: '施設（しせつ）を予約（よやく）できます',
    blocks: [
      paragraph(
        `${city.name}が あなたの申請（しんせい）を見（み）ました。「いいです」と言（い）っています。\nこれから 予約（よやく）できます。`,
      ),
      { kind: 'link', label: '施設（しせつ）を見（み）る', url: `${publicUrl}/` },
    ],
  }
}

/** Mail I, returned (M7). */
export function permissionReturned({ reason }: Of<'permission-returned'>, { city, publicUrl }: Frame): Body {
  return {
    subject: '申請（しんせい）を直（なお）してください',
    blocks: [
      paragraph(
        `${city.name}が あなたの申請（しんせい）を見（み）ました。直（なお）すところが あります。\nまだ 予約（よやく）できません。`,
      ),
      {
        kind: 'facts',
        title: '直（なお）す理由（りゆう）',
        rows: [{ label: '理由（りゆう）', value: reason ?? '窓口（まどぐち）に聞（き）いてください' }],
      },
      paragraph(
        '直（なお）して、もう一度（いちど）申請（しんせい）してください。わからないときは、下（した）の窓口（まどぐち）に聞（き）いてください。',
      ),
      {
        kind: 'link',
        label: '申請（しんせい）のページを開（ひら）く',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
    ],
  }
}
