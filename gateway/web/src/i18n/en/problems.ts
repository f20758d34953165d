export { problems as texts } from '@asaichi/wording/en/problems.ts'
