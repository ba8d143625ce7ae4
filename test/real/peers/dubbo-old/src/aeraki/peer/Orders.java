package aeraki.peer;

/** The part of what the servers of dubbo-java offer that a test of registries calls. */
public interface Orders {
  /** The server's name. */
  String pay(String user);
}
