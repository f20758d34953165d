import type { Size } from './play.ts'

/** What the gate has time for. */
export const SHORT: Size = {
  halls: [{ id: 'asahi-kaikan', name: '朝日会館', rooms: ['第1会議室', '第2会議室'] }],
  members: 0,
}

export const WHOLE: Size = {
  halls: [
    { id: 'asahi-kaikan', name: '朝日会館', rooms: ['第1会議室', '第2会議室', '和室'] },
    { id: 'asahi-minami', name: '南公会堂', rooms: ['ホール', '練習室'] },
  ],
  members: 200,
}
