#!/usr/bin/env bash
# Z-Wave's Schedule Entry Lock writes the year of a code's window as one byte, years since 2000. The
# types of @zwave-js/cc say startYear: number, and one would guess that 2026 is turned into 26 or refused.
# 2026 is cut to its low byte, 0xEA, and sent: the lock hears the year 234. Read back, the report says 234
# where 26 was meant, and 26 stays 26, so nothing fails in the program.
# It hurts windows of keypad codes: the code is stored, the user enabled, and the window never comes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @zwave-js/cc@15.29.0
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { ScheduleEntryLockCCYearDayScheduleReport, ScheduleEntryLockCCYearDayScheduleSet } from '@zwave-js/cc/cc'
const context = { getSupportedCCVersion: () => 3, getDeviceConfig: () => undefined }
const bytes = async (year) => Buffer.from(
  await new ScheduleEntryLockCCYearDayScheduleSet({
    nodeId: 2, endpointIndex: 0, userId: 1, slotId: 1, action: 1,
    startYear: year, startMonth: 9, startDay: 21, startHour: 21, startMinute: 0,
    stopYear: year, stopMonth: 9, stopDay: 22, stopHour: 0, stopMinute: 0,
  }).serialize(context))
const [two, four] = [await bytes(26), await bytes(2026)]
const heard = ScheduleEntryLockCCYearDayScheduleReport.from(
  { payload: Buffer.concat([Buffer.from([1, 1]), four.subarray(5)]) }, { sourceNodeId: 2 })
console.log({ two: two.toString('hex'), four: four.toString('hex'), heard: heard.startYear })
assert.equal(two.toString('hex'), '4e060101011a091515001a09160000')
assert.equal(four.toString('hex'), '4e06010101ea09151500ea09160000')
assert.equal(heard.startYear, 234)
E
npm ls --depth=0
node run.mjs
