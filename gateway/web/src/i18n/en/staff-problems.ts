export { staffProblems as texts } from '@asaichi/wording/en/staff-problems.ts'
