/** The area (`screens/<area>/`) of each path, first match wins. The build reads it too, for what the front door sends along. */
export const AREA_PATHS = {
  availability: /^\/listings\/[^/]+\/.|^\/venues\/[^/]+\/day$/,
  receipt: /^\/(apply\/done|receipts)(\/|$)/,
  booking: /^\/apply(\/|$)/,
  public: /^\/($|(cities|notices)(\/|$))/,
  places: /^\/(search|venues|listings)(\/|$)/,
  help: /^\/help(\/|$)/,
  account: /^\/(register|confirm)(\/|$)/,
  login: /^\/login(\/|$)/,
  password: /^\/(password-help|new-password)(\/|$)/,
  permission: /^\/permission(\/|$)/,
  'own-data': /^\/account\/(data|leave)$/,
  member: /^\/account(\/|$)/,
  mine: /^\/my(\/|$)/,
  move: /^\/reservations\/[^/]+\/move$/,
  details: /^\/reservations\/[^/]+\/details$/,
  bill: /^\/reservations\/[^/]+\/(invoice|payment-receipt)$/,
  reservation: /^\/reservations(\/|$)/,
  lottery: /^\/entries(\/|$)/,
  round: /^\/rounds(\/|$)/,
  staff: /^\/staff(\/|$)/,
  admin: /^\/(admin|operator|invitation)(\/|$)/,
  kiosk: /^\/(board|keypad|guide)(\/|$)/,
  demo: /^\/demo(\/|$)/,
  dev: /^\/dev(\/|$)/,
} as const satisfies Readonly<Record<string, RegExp>>

export type AreaName = keyof typeof AREA_PATHS

export function areaNameAt(path: string): AreaName | undefined {
  const names = Object.keys(AREA_PATHS) as AreaName[]
  return names.find(name => AREA_PATHS[name].test(path))
}
