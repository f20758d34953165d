import type { ComponentType } from 'preact'
import { Route, Switch } from 'wouter-preact'
import { NotFoundScreen } from '../screens/errors/not-found-screen.tsx'

/** A screen gets the parameters of its path: `/venues/:id` gives `{ id }`. */
export type ScreenProps = { readonly params: Readonly<Record<string, string | undefined>> }
export type Screen = ComponentType<ScreenProps>

/** A folder of screens that is one chunk: its paths, first match wins. */
export type Area = {
  readonly screens: Readonly<Record<`/${string}`, Screen>>
}

export function AreaScreens({ area }: { readonly area: Area }) {
  return (
    <Switch>
      {Object.entries(area.screens).map(([path, Screen]) => (
        <Route key={path} path={path}>
          {(params: ScreenProps['params']) => <Screen key={JSON.stringify(params)} params={params} />}
        </Route>
      ))}
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  )
}
