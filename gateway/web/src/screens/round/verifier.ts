import './without-eval.ts'

export { verifyBundle } from '@asaichi/draw/verify.ts'
