const HEAD = '利用者番号,氏名,フリガナ,生年月日,郵便番号,住所,電話番号,メールアドレス'
const FIRST_NUMBER = 2_000_000

/** A list of so many members, as an old system gives it (S8). */
export function membersCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, nr) =>
    [
      String(FIRST_NUMBER + nr),
      '移行 太郎',
      'イコウ タロウ',
      '1950-01-01',
      '100-0001',
      '朝日市本町3-3',
      '03-1234-5678',
      `member${nr}@example.jp`,
    ].join(','),
  )
  return [HEAD, ...rows].join('\n')
}
