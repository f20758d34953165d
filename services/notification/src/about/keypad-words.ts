import type { Language } from '@asaichi/contract/actor.ts'

type KeypadWords = Readonly<Record<'codes' | 'care' | 'opening' | 'closing', string>> & {
  readonly line: (door: string, code: string, when: string) => string
  readonly open: readonly string[]
  readonly close: readonly string[]
}

/** M26, M27: the code lines and how the keypad is used. */
export const KEYPAD_WORDS: Readonly<Record<Language, KeypadWords>> = {
  ja: {
    codes: 'ドアの鍵の番号',
    line: (door, code, when) => `${door}「${code}」（利用可能時間：${when}）`,
    care: '番号はドアごとに違うことがあります。終わりの時刻を過ぎると開きませんので、忘れ物のないようにお帰りください。\n番号は、いっしょに利用する方のほかには教えないでください。',
    opening: 'ドアの開け方',
    open: [
      '鍵の中央にある四角いボタンを、続けて2回押します。',
      '数字が光ったら、鍵の番号を左の数字から順に押します。',
      '最後に、右下の「E」を押します。正しい番号なら鍵が開きます。',
    ],
    closing: 'ドアの閉め方',
    close: [
      '外から閉めるとき：四角いボタンを1回押します。',
      '中から閉めるとき：つまみを回します。',
      '自動で閉まる設定のドアは、しばらくすると自分で閉まります。',
    ],
  },
  'ja-easy': {
    codes: 'ドアの鍵（かぎ）の番号（ばんごう）',
    line: (door, code, when) => `${door}「${code}」（使（つか）える時間（じかん）：${when}）`,
    care: 'ドアごとに 番号（ばんごう）が ちがうことが あります。時間（じかん）が 終（お）わると、番号（ばんごう）は 使（つか）えません。\nいっしょに使（つか）う人（ひと）だけに 教（おし）えてください。',
    opening: 'ドアの開（あ）け方（かた）',
    open: [
      '鍵（かぎ）の まん中（なか）の 四角（しかく）いボタンを 2回（かい）押（お）します。',
      '数字（すうじ）が 光（ひか）ります。番号（ばんごう）を 左（ひだり）から 押（お）します。',
      'さいごに、右下（みぎした）の「E」を 押（お）します。ドアが 開（あ）きます。',
    ],
    closing: 'ドアの閉（し）め方（かた）',
    close: [
      '外（そと）から：四角（しかく）いボタンを 1回（かい）押（お）します。',
      '中（なか）から：つまみを 回（まわ）します。',
      '自分（じぶん）で 閉（し）まるドアも あります。',
    ],
  },
  en: {
    codes: 'Door codes',
    line: (door, code, when) => `${door}: ${code} (usable ${when})`,
    care: 'The code may differ from door to door. It stops working at the end time, so please leave with all your things before that.\nShare it only with those who use the room with you.',
    opening: 'How to open the door',
    open: [
      'Press the square button in the middle of the lock twice.',
      'When the digits light up, press the code from left to right.',
      'Press E at the lower right. The lock opens if the code is right.',
    ],
    closing: 'How to lock the door',
    close: [
      'From outside: press the square button once.',
      'From inside: turn the knob.',
      'Some doors lock themselves after a while.',
    ],
  },
}
