package anima.tests.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a running or stopped world has committed to its disk, read beside it. */
record StoredWorld(Path file) {

  /** One durable event. */
  record Event(long tick, String kind, JsonObject json) {
    String text(String field) {
      return json.get(field).getAsString();
    }
  }

  /** The id of the first visitor who came in. */
  String visitor() {
    return events("Appeared").get(0).json().getAsJsonObject("view").get("id").getAsString();
  }

  /** All committed events of a kind, oldest first; none while there is no store yet. */
  List<Event> events(String kind) {
    List<Event> events = new ArrayList<>();
    if (!Files.exists(file)) {
      return events;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT tick, kind, json FROM event ORDER BY id")) {
      while (rows.next()) {
        if (rows.getString(2).equals(kind)) {
          JsonObject json = JsonParser.parseString(rows.getString(3)).getAsJsonObject();
          events.add(new Event(rows.getLong(1), kind, json));
        }
      }
      return events;
    } catch (SQLException e) {
      // The tables are being made, or the writer holds the file: there is nothing to read yet.
      return List.of();
    }
  }
}
