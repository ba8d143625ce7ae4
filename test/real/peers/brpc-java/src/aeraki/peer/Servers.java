package aeraki.peer;

import com.baidu.brpc.protocol.Options;
import com.baidu.brpc.server.RpcServer;
import com.baidu.brpc.server.RpcServerOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server for each name, each on its port of {@code PORTS}; prints `{"listening": {name: port}}` when all are ready. */
final class Servers {
  private Servers() {}

  static void run(String[] names) throws Exception {
    Map<String, Integer> ports = new LinkedHashMap<>();
    Map<Integer, String> byPort = new ConcurrentHashMap<>();
    String[] free = System.getenv("PORTS").split(",");
    for (String name : names) {
      int port = Integer.parseInt(free[ports.size()]);
      RpcServerOptions options = new RpcServerOptions();
      options.setProtocolType(Options.ProtocolType.PROTOCOL_BAIDU_STD_VALUE);
      options.setIoThreadNum(1);
      options.setWorkThreadNum(16);
      RpcServer server = new RpcServer("127.0.0.1", port, options);
      server.registerService(new OrdersServer(byPort));
      byPort.put(port, name);
      server.start();
      ports.put(name, port);
    }
    Lines.print(Map.of("listening", ports));
    // Until the one who started it closes the standard input or sends a signal.
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
