import { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { z } from 'zod'
import { type CodeFacts, codeOf } from '../../about/code.ts'
import { type Body, paragraph } from '../../domain/letter.ts'
import { englishClock } from '../../languages/english-time.ts'
import { clockSeconds } from '../../languages/japanese-time.ts'
import { mail } from '../mail.ts'

/** Mail C (M9). */
export const loginCode = mail({
  kind: 'login-code',
  name: { ja: 'ログインの番号', 'ja-easy': 'ログインの番号（ばんごう）', en: 'Login code' },
  lane: 'codes',
  cause: loginCodeIssued,
  queue: ({ data, version }) => [{ subjectId: data.challengeId, version }],
  topic: z.object({ subjectId: z.uuid() }),
  gather: async (call, { subjectId }) => codeOf(await call(getLoginCodeMail, { challengeId: subjectId })),
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese({ code, expiresAt, purpose }: CodeFacts): Body {
  const isLogin = purpose !== 'step-up'
  return {
    subject: isLogin ? 'ログインの認証番号' : '操作を続けるための認証番号',
    blocks: [
      paragraph(
        `${isLogin ? 'ログインの画面' : '操作中の画面'}に、次の${code.length}桁の数字を入れてください。`,
      ),
      { kind: 'code', label: '認証番号', code },
      paragraph(
        `この番号は3分間、${clockSeconds(expiresAt)}まで使えます。\n時間が過ぎたときは、もう一度${isLogin ? 'ログインする' : '同じ操作をする'}と新しい番号が届きます。`,
      ),
      paragraph(
        `市の職員がこの番号をおたずねすることはありません。${isLogin ? 'ログイン' : '操作'}した覚えがないときは、この番号を誰にも教えず、パスワードを変えてください。`,
      ),
    ],
  }
}

function easyJapanese({ code, expiresAt, purpose }: CodeFacts): Body {
  const isLogin = purpose !== 'step-up'
  return {
    subject: isLogin ? 'ログインの番号（ばんごう）' : '続（つづ）けるための番号（ばんごう）',
    blocks: [
      paragraph(
        `${isLogin ? 'ログインのページ' : '使（つか）っているページ'}に、この${code.length}つの数字（すうじ）を入（い）れてください。`,
      ),
      {
        kind: 'code',
        label: isLogin ? 'ログインの番号（ばんごう）' : '続（つづ）けるための番号（ばんごう）',
        code,
      },
      paragraph(
        `3分（ぷん）だけ使（つか）えます。${clockSeconds(expiresAt)}までです。\n時間（じかん）が過（す）ぎたら、もう一度（いちど）${isLogin ? 'ログインして' : '同（おな）じことをして'}ください。新（あたら）しい番号（ばんごう）が届（とど）きます。`,
      ),
      paragraph(
        `この番号（ばんごう）を だれにも教（おし）えないでください。市（し）の人（ひと）も聞（き）きません。${isLogin ? 'ログインして' : '何（なに）もして'}いないときは、パスワードを変（か）えてください。`,
      ),
    ],
  }
}

function english({ code, expiresAt, purpose }: CodeFacts): Body {
  const isLogin = purpose !== 'step-up'
  return {
    subject: isLogin ? 'Your login code' : 'Your code to go on',
    blocks: [
      paragraph(
        `Please type these ${code.length} digits into ${isLogin ? 'the login page' : 'the page you are on'}.`,
      ),
      { kind: 'code', label: isLogin ? 'Login code' : 'Code', code },
      paragraph(
        `The code works for 3 minutes, until ${englishClock(expiresAt)} (Japan time).\nIf it is too late, ${isLogin ? 'log in' : 'do the same'} again and a new code will come.`,
      ),
      paragraph(
        `City staff never ask for this code. If you did not ${isLogin ? 'log in' : 'ask for it'}, tell it to nobody and change your password.`,
      ),
    ],
  }
}
