package aeraki.peer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;

/** A server for each name, each on its port of {@code PORTS}; prints `{"listening": {name: port}}` when all are ready. */
final class Servers {
  private Servers() {}

  static void run(String[] names) throws Exception {
    Map<String, Integer> ports = new LinkedHashMap<>();
    String[] free = System.getenv("PORTS").split(",");
    for (String name : names) {
      int port = Integer.parseInt(free[ports.size()]);
      start(name, port);
      ports.put(name, port);
    }
    Lines.print(Map.of("listening", ports));
    // Until the one who started it closes the standard input or sends a signal.
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void start(String name, int port) {
    ProtocolConfig protocol = new ProtocolConfig("dubbo", port);
    protocol.setHost(Main.LOOPBACK);
    protocol.setSerialization("hessian2");
    protocol.setThreads(64);
    ServiceConfig<Orders> service = new ServiceConfig<>();
    service.setInterface(Orders.class);
    service.setRef(new OrdersServer(name));
    DubboBootstrap.newInstance()
        .application(new ApplicationConfig("server-" + name))
        .registry(new RegistryConfig("N/A"))
        .protocol(protocol)
        .service(service)
        .start();
  }
}
