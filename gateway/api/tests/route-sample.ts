/** A request that is right in every respect, and what each kind of person is answered. */
export type RouteSample = {
  readonly path?: string
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whose signed link it is: the services are asked on their behalf, whoever opens it. */
  readonly actsFor?: 'resident'
  readonly expected: readonly [
    nobody: number,
    resident: number,
    stranger: number,
    staffElsewhere: number,
    staff: number,
    admin: number,
  ]
  /** Where it is more than 403, which every route of staff and admins answers an operator. */
  readonly operator?: number
}
