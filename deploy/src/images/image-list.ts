/** An image of ours: the workspace it is pruned for, and the program it runs when it is told nothing. */
export type Image = { readonly name: string; readonly workspace: string; readonly main: string }

export const IMAGES: readonly Image[] = [
  ...['identity', 'catalog', 'reservation', 'lottery', 'notification', 'lock'].map(service => ({
    name: service,
    workspace: `@asaichi/${service}`,
    main: `services/${service}/src/main.ts`,
  })),
  { name: 'gateway-api', workspace: '@asaichi/gateway-api', main: 'gateway/api/src/main.ts' },
  { name: 'gateway-lock', workspace: '@asaichi/gateway-lock', main: 'gateway/lock/src/main.ts' },
  // `init` before a release, and the keeper of the streams.
  { name: 'city', workspace: '@asaichi/city', main: 'city/src/keeper/main.ts' },
]

/** Where the web app lies in the front door's image. */
export const WEB_DIR = '/app/web'

export function tagOf(name: string): string {
  return `asaichi/${name}:local`
}
