"""Prints the one event of a calendar's file as Python's icalendar reads it."""

import datetime
import json
import sys

import icalendar


def instant(moment):
    utc = moment.dt.astimezone(datetime.timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.000Z")


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
event = calendar.events[0]
print(
    json.dumps(
        {
            "method": calendar.get("METHOD"),
            "uid": event["UID"],
            "organizer": event.get("ORGANIZER"),
            "status": event["STATUS"],
            "sequence": event["SEQUENCE"],
            "start": instant(event["DTSTART"]),
            "end": instant(event["DTEND"]),
            "summary": event["SUMMARY"],
            "location": event["LOCATION"],
            "complaints": [str(error) for error in calendar.errors + event.errors],
        }
    )
)
