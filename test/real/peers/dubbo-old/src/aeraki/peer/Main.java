package aeraki.peer;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;

/**
 * {@code serve NAME REGISTRY}: a server of Dubbo 2.7 that registers itself by interface, the only way that it has,
 * and prints {@code {"listening": {NAME: port}}}. Anything else ends at once.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    if (args.length != 3 || !args[0].equals("serve")) System.exit(0);
    System.setProperty("dubbo.application.logger", "jdk");
    System.setProperty("dubbo.application.qos-enable", "false");
    String name = args[1];
    int port = Integer.parseInt(System.getenv("PORTS").split(",")[0]);
    RegistryConfig registry = new RegistryConfig(args[2]);
    registry.setTimeout(30_000);
    ApplicationConfig application = new ApplicationConfig("shop-orders");
    ProtocolConfig protocol = new ProtocolConfig("dubbo", port);
    Map<String, String> parameters = new HashMap<>();
    parameters.put("aeraki_meta_app_namespace", "shop");
    parameters.put("aeraki_meta_app_version", name);
    parameters.put("aeraki_meta_workload_selector", "app:orders");
    ServiceConfig<Orders> service = new ServiceConfig<>();
    service.setInterface(Orders.class);
    service.setParameters(parameters);
    service.setRef(user -> name);
    DubboBootstrap.getInstance()
        .application(application)
        .registry(registry)
        .protocol(protocol)
        .service(service)
        .start();
    out.println("{\"listening\": {\"" + name + "\": " + port + "}}");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
