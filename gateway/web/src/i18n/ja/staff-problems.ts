export { staffProblems as texts } from '@asaichi/wording/ja/staff-problems.ts'
