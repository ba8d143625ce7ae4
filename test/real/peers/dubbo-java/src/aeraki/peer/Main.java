package aeraki.peer;

import java.util.Arrays;

/** `serve NAME…` or `call`; test/real/peers/peer.ts says what goes in and comes out. */
public final class Main {
  /** 127.0.0.1 as a number: what begins with 127 Dubbo takes for a mistake, and puts an address of the machine in its place. */
  static final String LOOPBACK = "2130706433";

  private Main() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("dubbo.application.logger", "jdk");
    // Only the dubbo protocol itself: no operator console on a port of its own, no files in the home directory.
    System.setProperty("dubbo.application.qos-enable", "false");
    System.setProperty("dubbo.application.enable-file-cache", "false");
    if (args.length > 1 && args[0].equals("serve")) Servers.run(Arrays.copyOfRange(args, 1, args.length));
    else if (args.length == 1 && args[0].equals("call")) Calls.run();
    else throw new IllegalArgumentException("serve NAME… or call, not " + String.join(" ", args));
  }
}
