package aeraki.peer;

import java.util.Arrays;

/** `serve NAME…` or `call`; test/real/peers/peer.ts says what goes in and comes out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 1 && args[0].equals("serve")) Servers.run(Arrays.copyOfRange(args, 1, args.length));
    else if (args.length == 1 && args[0].equals("call")) Calls.run();
    else throw new IllegalArgumentException("serve NAME… or call, not " + String.join(" ", args));
  }
}
