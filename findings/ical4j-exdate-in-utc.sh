#!/usr/bin/env bash
# EXDATE may name the instant in UTC: 20261007T220000Z is 07:00 on the 8th in Tokyo. One would guess
# that a reader compares instants, so the 8th falls out of a series that runs in Asia/Tokyo.
# ical4j compares the written forms: the exception in UTC is passed over without a word and all three
# days remain; the same exception with TZID=Asia/Tokyo works. validate() finds nothing wrong in either.
# It hurts Java groupware fed by exports that write exceptions in UTC: cancelled hours stay taken.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'E'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.1.1</version>
    </dependency>
  </dependencies>
</project>
E
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat > Run.java <<'E'
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;

public class Run {
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  static int occurrences(String exception) throws Exception {
    String file = String.join("\r\n",
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gym//JA",
        "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:gym", "DTSTAMP:20260901T000000Z",
        "DTSTART;TZID=Asia/Tokyo:20261001T070000", "DTEND;TZID=Asia/Tokyo:20261001T080000",
        "RRULE:FREQ=WEEKLY;COUNT=3", exception, "END:VEVENT", "END:VCALENDAR", "");
    var calendar = new CalendarBuilder().build(new StringReader(file));
    VEvent event = (VEvent) calendar.getComponents("VEVENT").get(0);
    var window = new Period<>(
        ZonedDateTime.of(2026, 9, 1, 0, 0, 0, 0, TOKYO), ZonedDateTime.of(2026, 12, 1, 0, 0, 0, 0, TOKYO));
    var found = event.calculateRecurrenceSet(window);
    System.out.println(exception + " -> " + found + " complaints " + calendar.validate().getEntries());
    return found.size();
  }

  public static void main(String[] words) throws Exception {
    int local = occurrences("EXDATE;TZID=Asia/Tokyo:20261008T070000");
    int utc = occurrences("EXDATE:20261007T220000Z");
    if (local != 2 || utc != 3) System.exit(1);
  }
}
E
echo lib/ical4j-*
java -cp 'lib/*' Run.java 2>&1 | grep -v SLF4J
