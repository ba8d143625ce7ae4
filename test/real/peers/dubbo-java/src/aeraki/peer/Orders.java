package aeraki.peer;

import java.util.List;
import java.util.Map;

/** What the servers offer. Every answer carries the attachment `server` with the name of the server. */
public interface Orders {
  /** The arguments and attachments as they came, and the server's name. */
  Map<String, Object> echo(String text, int count, List<String> tags, Map<String, String> labels);

  /** The server's name; so do the next two. */
  String pay(String user);

  String refund(String user);

  String getName();

  /** Raises the exception, with this message. */
  String fail(String message) throws OrderException;

  /** The server's name, after so many milliseconds. */
  String slow(int milliseconds);

  void nothing();

  /** Null. */
  String none();

  /** The text itself, however long. */
  String same(String text);
}
