import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/permit.ts'

export const texts: Translation<typeof ja> = {
  number: '{第|だい}{number}{号|ごう}',
  printed: '{day} に{印刷|いんさつ}しました',
  address: '{場所|ばしょ}',
  purpose: '{使|つか}う{目的|もくてき}',
  fee: 'お{金|かね}',
  conditions:
    '{決|き}まり：{市|し}と{施設|しせつ}の{決|き}まりを{守|まも}ってください。{終|お}わりの{時間|じかん}までに{片付|かたづ}けてください。',
  title: '{使用許可書|しようきょかしょ}',
  text: 'ここに{書|か}いてある{部屋|へや}を{使|つか}ってもいいです。この{紙|かみ}を{持|も}ってきてください。',
  person: '{使|つか}う{人|ひと}',
}
