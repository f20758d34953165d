/** How many mails of a lane are on their way at once. Each lane has its own connections, so results never delay a login code (D22). */
export const LANES = { codes: 2, decisions: 4, bulk: 4 } as const
export type Lane = keyof typeof LANES
export const LANE_NAMES: readonly Lane[] = ['codes', 'decisions', 'bulk']
