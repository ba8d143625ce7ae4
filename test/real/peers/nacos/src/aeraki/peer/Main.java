package aeraki.peer;

import com.alibaba.nacos.auth.AuthManager;
import com.alibaba.nacos.auth.model.Permission;
import com.alibaba.nacos.auth.model.User;
import com.alibaba.nacos.core.code.ControllerMethodsCache;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.web.servlet.ServletComponentScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * `serve --server.port=… --nacos.home=…`: a Nacos server of one. Naming, core and config are Nacos' own modules; its console (login,
 * the list of namespaces, the pages) is in no package registry, so what that one would set up is done here.
 */
public final class Main {
  @Configuration
  @EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
  @ComponentScan("com.alibaba.nacos")
  @ServletComponentScan("com.alibaba.nacos")
  @EnableScheduling
  static class Server {
    /** Nobody is asked who he is. */
    @Bean
    AuthManager everybody() {
      return new AuthManager() {
        @Override
        public User login(Object request) {
          return new User();
        }

        @Override
        public User loginRemote(Object request) {
          return new User();
        }

        @Override
        public void auth(Permission permission, User user) {}
      };
    }
  }

  public static void main(String[] args) {
    String what = args.length > 0 ? args[0] : "";
    // Whether it starts at all is asked with this word and nothing to do.
    if (what.equals("call")) return;
    for (String arg : args) {
      if (!arg.startsWith("--nacos.home=")) continue;
      String home = arg.substring("--nacos.home=".length());
      System.setProperty("nacos.home", home);
      // Some logs would go to the user's own folder, that of its database to wherever it was started.
      System.setProperty("user.home", home);
      System.setProperty("derby.stream.error.file", home + "/derby.log");
    }
    System.setProperty("nacos.standalone", "true");
    System.setProperty("server.servlet.contextPath", "/nacos");
    var context = SpringApplication.run(Server.class, java.util.Arrays.copyOfRange(args, 1, args.length));
    context.getBean(ControllerMethodsCache.class).initClassMethod("com.alibaba.nacos.naming.controllers");
    System.out.println("ready");
  }
}
