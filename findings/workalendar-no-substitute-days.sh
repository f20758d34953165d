#!/usr/bin/env bash
# In Japan a holiday that falls on a Sunday gives the next day that is no holiday (振替休日, since 1973).
# A library of working days, with a calendar for Japan by name, would be expected to know the rule. workalendar
# has none of these Mondays and Wednesdays: 2026-05-06 and 2025-02-24 are working days to it, and counting on
# from the eve of Golden Week ends a day early. jpholiday, on the same days, has them all.
# It hurts deadlines that are counted in office days: a payment, an objection, the last day to cancel for nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install workalendar==17.0.0 jpholiday==1.0.3
cat > run.py <<'E'
import datetime as d
from importlib.metadata import version
import jpholiday
from workalendar.asia import Japan
japan = Japan()
print('workalendar', version('workalendar'), 'jpholiday', version('jpholiday'))
substitutes = [d.date(2023, 1, 2), d.date(2024, 8, 12), d.date(2025, 2, 24), d.date(2026, 5, 6), d.date(2027, 3, 22)]
for day in substitutes:
    print(day, 'jpholiday:', jpholiday.is_holiday_name(day), '| workalendar works:', japan.is_working_day(day))
    assert jpholiday.is_holiday(day)
    assert japan.is_working_day(day)
holiday = d.date(2026, 5, 5)
assert not japan.is_working_day(holiday)
after = japan.add_working_days(d.date(2026, 5, 1), 1)
print('one working day after 2026-05-01:', after, '(offices open again on 2026-05-07)')
assert after == d.date(2026, 5, 6)
E
py/bin/python run.py
