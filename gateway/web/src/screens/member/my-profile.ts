import type { ResultAt } from '../../api/client.ts'

export type MyProfile = Extract<ResultAt<'get', '/api/me/profile'>, { readonly status: 'ok' }>['value']
