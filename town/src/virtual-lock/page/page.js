const REASONS = {
  unknown: 'この番号では開きません。',
  'not-yet': 'まだ使える時刻ではありません。',
  ended: '使える時刻を過ぎています。',
  paused: '間違いが続いたため、しばらく入力できません。',
  'clock-unknown': '鍵の時計が合っていないため開けません。施設へお電話ください。',
}
const POLL_MS = 1_000
const byId = id => document.getElementById(id)

let shown = ''

function show(state) {
  const name = state.doorName || 'ドアのキーパッド'
  if (byId('door').textContent !== name) byId('door').textContent = name
  setText('bolt', state.locked ? '鍵がかかっています' : '鍵が開いています')
  byId('keys').classList.toggle('lit', state.lit)
  setText('typed', '●'.repeat(state.digitsTyped))
  byId('typed').setAttribute('aria-label', state.lit ? `${state.digitsTyped}けた入力しました` : '')
  showResult(state.lastResult)
  const line = state.online ? 'つながっています' : '切れています（鍵はそのまま使えます）'
  const clock = state.clock.quality === 'known' ? localTime(state.clock.now) : '不明'
  setText('facts', `通信：${line}　鍵の時計：${clock}`)
}

function showResult(result) {
  const key = JSON.stringify(result)
  if (key === shown) return
  shown = key
  if (result === null) return
  setText('result', result.status === 'open' ? '開きました。' : REASONS[result.reason])
}

// A live region speaks on every change of its text, so the same text is not written again.
function setText(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text
}

function localTime(instant) {
  return new Date(instant).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' })
}

async function ask(path, options) {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(5_000), ...options })
    show(await response.json())
  } catch {
    setText('bolt', '鍵から応答がありません')
  }
}

function press(key) {
  return ask('/keypad/press', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
}

byId('keys').addEventListener('click', event => {
  const key = event.target.closest('button')?.dataset.key
  if (key) void press(key)
})
document.addEventListener('keydown', event => {
  if (/^\d$/.test(event.key)) void press(event.key)
  if (event.key.toUpperCase() === 'E') void press('E')
})
setInterval(() => void ask('/state'), POLL_MS)
void ask('/state')
