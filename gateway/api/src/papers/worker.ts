import { parentPort, workerData } from 'node:worker_threads'
import { drawPaper } from './draw-paper.ts'
import type { Paper } from './paper.ts'

// Safe: only papers.ts starts this thread, with a paper.
const bytes = await drawPaper(workerData as Paper)
parentPort?.postMessage(bytes, [bytes.buffer])
