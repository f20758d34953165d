import type { Content, Frame } from './content.ts'
import { clockSeconds, japaneseMoment } from './japanese-time.ts'
import { type Body, inFours, paragraph } from './letter.ts'

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>

/** Mail B (M5). The token stands behind `#`, so that opening the link tells it to no server: only the button's POST does. */
export function confirmRegistration(
  { token, expiresAt }: Of<'confirm-registration'>,
  { city, publicUrl }: Frame,
): Body {
  return {
    subject: '本登録のお願い（まだ登録は終わっていません）',
    blocks: [
      paragraph(`${city.name}の施設予約への仮登録を受け付けました。\nまだ登録は終わっていません。`),
      paragraph('下のリンクを開き、開いたページの「本登録する」ボタンを押してください。'),
      {
        kind: 'link',
        label: '本登録のページを開く',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`このリンクは1回だけ、${japaneseMoment(expiresAt)}まで使えます。`),
      paragraph('本登録のあと、施設の利用申請をして市の承認を受けると、予約の申し込みができます。'),
      paragraph('このメールに心当たりがないときは、何もせずに消してください。登録はされません。'),
    ],
  }
}

/** Mail B to an address that is known already: the screen said the same to both, only the mailbox's owner learns it. */
export function alreadyRegistered({ city, publicUrl }: Frame): Body {
  return {
    subject: '登録についてのお知らせ',
    blocks: [
      paragraph(
        `このメールアドレスで、${city.name}の施設予約に新しく登録する手続きがありました。\nこのメールアドレスはすでに登録されていますので、新しい登録はしていません。`,
      ),
      paragraph('これまでの登録で、そのままログインできます。'),
      { kind: 'link', label: 'ログインのページを開く', url: `${publicUrl}/login?city=${city.cityId}` },
      paragraph('手続きをした覚えがないときは、何もしなくてかまいません。これまでの登録は変わっていません。'),
    ],
  }
}

/** Mail C (M9). */
export function loginCode({ code, expiresAt }: Of<'login-code'>): Body {
  return {
    subject: 'ログインの認証コード',
    blocks: [
      paragraph(`ログインの画面に、次の${code.length}けたの数字を入れてください。`),
      { kind: 'code', label: '認証コード', code },
      paragraph(
        `このコードは3分間、${clockSeconds(expiresAt)}まで使えます。\n時間が過ぎたときは、もう一度ログインすると新しいコードが届きます。`,
      ),
      paragraph(
        '市の職員がこのコードをおたずねすることはありません。ログインした覚えがないときは、このコードを誰にも教えず、パスワードを変えてください。',
      ),
    ],
  }
}

/** Mail A (S9). In groups of four it is read and typed more easily; the login takes it with or without hyphens. */
export function passwordHelp({ password, expiresAt }: Of<'password-help'>, { city, publicUrl }: Frame): Body {
  return {
    subject: '仮のパスワードのお知らせ',
    blocks: [
      paragraph('パスワードを忘れたときの手続きを受け付けました。仮のパスワードは次のとおりです。'),
      { kind: 'code', label: '仮のパスワード', code: inFours(password) },
      paragraph(
        `仮のパスワードは1回だけ、${clockSeconds(expiresAt)}まで使えます。ハイフン（-）は入れても入れなくてもかまいません。`,
      ),
      {
        kind: 'steps',
        title: '手順',
        steps: [
          'ログインのページで、パスワードの欄に仮のパスワードを入れます。',
          '続けて届くメールの認証コード（6けたの数字）を入れます。',
          '新しいパスワードを決めます。決めるまで、ほかの操作はできません。',
        ],
      },
      { kind: 'link', label: 'ログインのページを開く', url: `${publicUrl}/login?city=${city.cityId}` },
      paragraph(
        '新しいパスワードを決めるまで、今までのパスワードも使えます。手続きをした覚えがないときは、何もせずにこのメールを消してください。',
      ),
    ],
  }
}

/** Mail P, password changed (V4). */
export function passwordChanged({ city, publicUrl }: Frame): Body {
  return {
    subject: 'パスワードが変わりました',
    blocks: [
      paragraph(
        `${city.name}の施設予約のパスワードが変わりました。\n安全のため、ほかの端末のログインはすべて終わりました。`,
      ),
      paragraph(
        '変えた覚えがないときは、すぐにログインのページの「パスワードを忘れたとき」から新しいパスワードに変え、下の窓口へご連絡ください。',
      ),
      { kind: 'link', label: 'ログインのページを開く', url: `${publicUrl}/login?city=${city.cityId}` },
    ],
  }
}

/** Mail I, approved (M7). */
export function permissionApproved({ city, publicUrl }: Frame): Body {
  return {
    subject: '施設の利用申請が承認されました',
    blocks: [
      paragraph(`${city.name}の施設の利用申請が承認されました。\nこれで、予約の申し込みができます。`),
      { kind: 'link', label: '施設と空き状況を見る', url: `${publicUrl}/` },
    ],
  }
}

/** Mail I, returned (M7). */
export function permissionReturned({ reason }: Of<'permission-returned'>, { city, publicUrl }: Frame): Body {
  return {
    subject: '施設の利用申請が差し戻されました',
    blocks: [
      paragraph(`${city.name}の施設の利用申請は、差し戻しになりました。\nまだ予約の申し込みはできません。`),
      {
        kind: 'facts',
        title: '差し戻しの理由',
        rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }],
      },
      paragraph('内容をご確認のうえ、もう一度申請してください。わからないことは、下の窓口へご連絡ください。'),
      { kind: 'link', label: '利用申請のページを開く', url: `${publicUrl}/permission?city=${city.cityId}` },
    ],
  }
}
