import { readAnswer } from '../../api/answer.ts'
import { net } from '../../api/client.ts'
import type { Away, Result } from '../../api/result.ts'
import type { AnyProblem } from '../../api/routes.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { shownLanguage } from '../../i18n/texts.ts'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useAct } from '../staff/shared/use-act.ts'
import { saveFile } from './save-file.ts'

type Props = { readonly href: string; readonly k: Key }

const OFFLINE: Away = { status: 'away', reason: 'offline', code: undefined, retryAfter: undefined }

/** A file that may be refused or ask for a fresh second factor (V9), so it is fetched by the page, which can say so, and then handed to the browser. */
export function FileButton({ href, k }: Props) {
  const { busy, answer, run } = useAct(fetchFile)
  return (
    <>
      {!busy && answer?.status === 'refused' && (
        <Notice tone="error" title={say('common.problem-title')} live>
          <p>{answer.problem.detail}</p>
        </Notice>
      )}
      {!busy && answer?.status === 'away' && <AwayNotice away={answer} onRetry={() => void run(href)} />}
      <Button kind="secondary" busy={busy} onClick={() => void run(href)} k={k} />
    </>
  )
}

async function fetchFile(href: string): Promise<Result<unknown, AnyProblem>> {
  try {
    const headers = { 'accept-language': shownLanguage() }
    const response = await net.fetch(href, { method: 'get', cache: 'no-cache', headers })
    if (!response.ok) return await readAnswer(response)
    saveFile(nameOf(response), await response.blob())
    return { status: 'ok', value: {}, etag: undefined }
  } catch {
    return OFFLINE
  }
}

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
}
