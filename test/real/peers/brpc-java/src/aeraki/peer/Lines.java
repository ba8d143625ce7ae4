package aeraki.peer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One JSON value a line on the program's standard output, which nothing else writes to. */
final class Lines {
  static final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  static {
    // What a library prints must not get between the lines.
    System.setOut(System.err);
  }

  private Lines() {}

  static synchronized void print(Object value) {
    out.println(gson.toJson(value));
  }
}
