export { problems as texts } from '@asaichi/wording/ja/problems.ts'
