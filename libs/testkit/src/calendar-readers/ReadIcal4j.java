import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.StringJoiner;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.property.DateProperty;

/** Prints the one event of a calendar's file as ical4j reads it, and what its validation complains of. */
public class ReadIcal4j {
  public static void main(String[] words) throws Exception {
    // Its registry of time zones would be fetched; the file brings its own.
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    var calendar = new CalendarBuilder().build(Files.newBufferedReader(Path.of(words[0])));
    Component event = (Component) calendar.getComponents("VEVENT").get(0);
    var complaints = new StringJoiner(",", "[", "]");
    for (var entry : calendar.validate().getEntries()) complaints.add(quoted(entry.toString()));
    System.out.println(
        "{" + field("method", text(calendar, "METHOD"))
            + field("uid", text(event, "UID"))
            + field("organizer", text(event, "ORGANIZER"))
            + field("status", text(event, "STATUS"))
            + "\"sequence\":" + text(event, "SEQUENCE") + ","
            + field("start", instant(event, "DTSTART"))
            + field("end", instant(event, "DTEND"))
            + field("summary", text(event, "SUMMARY"))
            + field("location", text(event, "LOCATION"))
            + "\"complaints\":" + complaints + "}");
  }

  static String text(PropertyContainer holder, String name) {
    List<Property> found = holder.getProperties(name);
    return found.isEmpty() ? null : found.get(0).getValue();
  }

  static String instant(Component event, String name) {
    List<DateProperty<Temporal>> found = event.getProperties(name);
    return Instant.from(found.get(0).getDate()).toString().replace("Z", ".000Z");
  }

  static String field(String name, String value) {
    return "\"" + name + "\":" + (value == null ? "null" : quoted(value)) + ",";
  }

  static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
