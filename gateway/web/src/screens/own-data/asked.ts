import type { ResultAt } from '../../api/client.ts'

/** What becomes of a step that takes the password once more. */
export type Asked = ResultAt<'post', '/api/me/data'> | ResultAt<'post', '/api/me/withdrawal'>

export type OwnData = Extract<ResultAt<'post', '/api/me/data'>, { status: 'ok' }>['value']
