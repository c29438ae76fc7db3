"""Which days the Python library `holidays` takes for working days in Vietnam: an independent opinion on calendar.json.

    pip install holidays==0.109 && python tests/calendar/oracle.py > tests/calendar/oracle.json

Run by hand when a year is added; the test reads oracle.json and needs no Python.
"""

import json
from datetime import date, timedelta

import holidays

FIRST, LAST = date(2014, 1, 1), date(2028, 12, 31)

vietnam = holidays.VN(years=range(FIRST.year - 1, LAST.year + 2))
off, worked = [], []
day = FIRST
while day <= LAST:
    weekend = day.weekday() > 4
    works = vietnam.is_working_day(day)
    if works and weekend:
        worked.append(day.isoformat())
    if not works and not weekend:
        off.append(day.isoformat())
    day += timedelta(days=1)

about = f"Python holidays {holidays.__version__}, holidays.VN, {FIRST} to {LAST}; made by oracle.py"
print(json.dumps({"about": about, "weekdaysOff": off, "weekendsWorked": worked}, indent=1))
