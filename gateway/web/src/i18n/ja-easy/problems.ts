export { problems as texts } from '@asaichi/wording/ja-easy/problems.ts'
