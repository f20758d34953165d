import { readDemoCity } from './demo-city.ts'

/** Sapporo's manual gives the names of two centres and the subjects of its notices; the rest is invented and marked サンプル. */
export const sapporoFile = readDemoCity('sapporo')
export const sapporo = sapporoFile.city
