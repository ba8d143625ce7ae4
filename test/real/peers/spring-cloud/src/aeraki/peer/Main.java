package aeraki.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.annotation.Configuration;

/** `eureka --server.port=…`: a Eureka server. `client --…`: an application that registers where its settings say. */
public final class Main {
  @Configuration
  @EnableAutoConfiguration
  @EnableEurekaServer
  static class EurekaServer {}

  @Configuration
  @EnableAutoConfiguration
  static class Client {}

  public static void main(String[] args) {
    String what = args.length > 0 ? args[0] : "";
    // Whether it starts at all is asked with this word and nothing to do.
    if (what.equals("call")) return;
    String[] settings = java.util.Arrays.copyOfRange(args, 1, args.length);
    SpringApplication.run(what.equals("eureka") ? EurekaServer.class : Client.class, settings);
    System.out.println("ready");
  }
}
