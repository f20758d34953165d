type News = 'entered' | 'left'

// Old phones have none: their other tabs learn of it from their first refused write.
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session')

/** B3b: one cookie serves all tabs, so they hear of each login and logout; who it was they ask the server. */
export function tellOtherTabs(news: News): void {
  channel?.postMessage(news)
}

export function onOtherTab(listener: (news: News) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => listener(data === 'left' ? 'left' : 'entered')
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
