import { Loading } from '../../ui/loading.tsx'

/** Between two areas, for a moment. */
export function LoadingScreen() {
  return (
    <main class="page__main" id="main">
      <Loading />
    </main>
  )
}
