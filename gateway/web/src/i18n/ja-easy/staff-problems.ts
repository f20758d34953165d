export { staffProblems as texts } from '@asaichi/wording/ja-easy/staff-problems.ts'
