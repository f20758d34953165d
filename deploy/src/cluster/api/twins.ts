/** A mistake planted in what is right, and the words by which the API server refuses it. */
export type Twin = {
  readonly what: string
  readonly from: string
  readonly to: string
  readonly refusal: RegExp
}

/** Each of these passed an offline check of schemas or would be met at night. `from` stands in the rendered production example. */
export const TWINS: readonly Twin[] = [
  {
    what: 'a field that no object has',
    from: 'maxUnavailable: 0',
    to: 'maxUnavailabel: 0',
    refusal: /maxUnavailabel/,
  },
  {
    what: 'a sleep before the stop that is longer than the time to stop',
    from: 'seconds: 5\n',
    to: 'seconds: 50\n',
    refusal: /terminationGracePeriod|grace/i,
  },
  {
    what: 'a pod that may become root',
    from: 'allowPrivilegeEscalation: false',
    to: 'allowPrivilegeEscalation: true',
    refusal: /allowPrivilegeEscalation/,
  },
  {
    what: 'a commit that waits for nobody',
    from: 'number: 1\n',
    to: 'number: 0\n',
    refusal: /synchronous\.number/,
  },
  {
    what: 'a time limit of a route that is no time',
    from: 'request: 30s',
    to: 'request: 30sec',
    refusal: /timeouts\.request/,
  },
  {
    what: 'a country that has no time',
    from: 'timeZone: Asia/Tokyo',
    to: 'timeZone: Asia/Tokio',
    refusal: /timeZone/,
  },
]
