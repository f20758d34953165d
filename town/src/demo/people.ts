import type { importPerson } from '@asaichi/contract/identity/account.ts'
import type { z } from 'zod'

type Imported = z.input<typeof importPerson.input>
export type DemoPerson = Required<Omit<Imported, 'group'>> & Pick<Imported, 'group'>

/** Nobody of these lives: names, numbers and addresses are made up, and mail to example.jp goes nowhere. */
export const demoPeople: readonly DemoPerson[] = [
  mitaka({
    name: '朝日 みなみ',
    kana: 'アサヒ ミナミ',
    birthDate: '1951-04-18',
    phone: '090-0000-0001',
    mail: 'minami@example.jp',
    memberNumber: '1000001',
    role: 'resident',
  }),
  mitaka({
    name: '市川 はるか',
    kana: 'イチカワ ハルカ',
    birthDate: '1988-09-02',
    phone: '090-0000-0002',
    mail: 'haruka@example.jp',
    memberNumber: '1000002',
    role: 'resident',
  }),
  mitaka({
    name: '受付 三郎',
    kana: 'ウケツケ サブロウ',
    birthDate: '1979-01-30',
    phone: '090-0000-0003',
    mail: 'staff.mitaka@example.jp',
    memberNumber: '1000003',
    role: 'staff',
  }),
  mitaka({
    name: '管理 四葉',
    kana: 'カンリ ヨツバ',
    birthDate: '1970-06-11',
    phone: '090-0000-0004',
    mail: 'admin.mitaka@example.jp',
    memberNumber: '1000004',
    role: 'admin',
  }),
  // G1: a group's account, led by somebody with an account of her own (G3).
  mitaka({
    name: '市川 はるか',
    kana: 'イチカワ ハルカ',
    birthDate: '1988-09-02',
    phone: '090-0000-0002',
    mail: 'book.circle@example.jp',
    memberNumber: '1000005',
    role: 'resident',
    group: {
      name: '朝の読書会',
      members: [
        { name: '森 一郎', birthDate: '1951-02-03' },
        { name: '林 二葉', birthDate: '1948-12-24' },
        { name: '原 三平', birthDate: '1956-07-07' },
        { name: '岡 四季', birthDate: '1960-10-10' },
      ],
    },
  }),
  sapporo({
    name: '雪野 ひかり',
    kana: 'ユキノ ヒカリ',
    birthDate: '1964-11-23',
    phone: '090-0000-0005',
    mail: 'hikari@example.jp',
    memberNumber: '2000001',
    role: 'resident',
  }),
  sapporo({
    name: '受付 五月',
    kana: 'ウケツケ サツキ',
    birthDate: '1992-05-05',
    phone: '090-0000-0006',
    mail: 'staff.sapporo@example.jp',
    memberNumber: '2000002',
    role: 'staff',
  }),
  sapporo({
    name: '管理 六花',
    kana: 'カンリ リッカ',
    birthDate: '1975-12-24',
    phone: '090-0000-0007',
    mail: 'admin.sapporo@example.jp',
    memberNumber: '2000003',
    role: 'admin',
  }),
  // S8: a password of the old rule lets its owner do one thing, set a new one.
  sapporo({
    name: '古川 七海',
    kana: 'フルカワ ナナミ',
    birthDate: '1949-07-07',
    phone: '090-0000-0008',
    mail: 'nanami@example.jp',
    memberNumber: '2000004',
    role: 'resident',
    password: 'asa7',
  }),
]

type Own = Pick<
  DemoPerson,
  'name' | 'kana' | 'birthDate' | 'phone' | 'mail' | 'memberNumber' | 'role' | 'group'
> &
  Partial<Pick<DemoPerson, 'password'>>

// No part of anybody's mail address may be in it (staff.mitaka@), or its owner must change it first (S8).
function mitaka(own: Own): DemoPerson {
  return {
    cityId: 'mitaka',
    postalCode: '181-0000',
    address: '東京都三鷹市見本町1-1',
    password: 'demo-inokashira-asaichi',
    permission: 'approved',
    language: 'ja',
    ...own,
  }
}

function sapporo(own: Own): DemoPerson {
  return {
    cityId: 'sapporo',
    postalCode: '060-0000',
    address: '北海道札幌市見本区1-1',
    password: 'demo-odori-koen-asaichi',
    permission: 'approved',
    language: 'ja',
    ...own,
  }
}
