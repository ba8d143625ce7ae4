package aeraki.peer;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONArray;
import com.alibaba.fastjson2.JSONObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.RpcContext;

/** Makes the calls that come in, all that come at once together, and prints what the application would have got. */
final class Calls {
  private static final Map<String, Orders> references = new ConcurrentHashMap<>();

  private Calls() {}

  static void run() throws Exception {
    DubboBootstrap.getInstance().application(new ApplicationConfig("client")).start();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Lines.print(Map.of("ready", true));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JSONObject call = JSON.parseObject(line);
      threads.execute(() -> Lines.print(answer(call)));
    }
    System.exit(0);
  }

  private static Map<String, Object> answer(JSONObject call) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", call.get("id"));
    try {
      Orders orders = references.computeIfAbsent(keyOf(call), key -> refer(call));
      Method method = method(call.getString("method"));
      JSONObject attachments = call.getJSONObject("attachments");
      // A thread's attachments are cleared with each call.
      if (attachments != null) attachments.forEach((key, value) -> RpcContext.getClientAttachment().setAttachment(key, value));
      answer.put("value", method.invoke(orders, arguments(method, call.getJSONArray("args"))));
    } catch (InvocationTargetException e) {
      answer.put("exception", exception(e.getCause()));
    } catch (Throwable e) {
      answer.put("exception", exception(e));
    }
    answer.put("attachments", new TreeMap<>(RpcContext.getClientResponseContext().getObjectAttachments()));
    RpcContext.removeClientResponseContext();
    return answer;
  }

  private static String keyOf(JSONObject call) {
    return String.join(" ", call.getString("port"), call.getString("connections"), call.getString("client"));
  }

  private static Orders refer(JSONObject call) {
    ReferenceConfig<Orders> reference = new ReferenceConfig<>();
    reference.setInterface(Orders.class);
    reference.setUrl("dubbo://" + Main.LOOPBACK + ":" + call.getString("port") + "?serialization=hessian2&connect.timeout=20000"
        + (call.containsKey("heartbeat") ? "&heartbeat=" + call.getIntValue("heartbeat") : ""));
    reference.setRetries(0);
    reference.setTimeout(call.getIntValue("timeout", 20_000));
    reference.setConnections(call.getIntValue("connections", 1));
    reference.setCheck(false);
    reference.setScope("remote");
    DubboBootstrap.getInstance().reference(reference);
    return reference.get();
  }

  private static Method method(String name) {
    return Arrays.stream(Orders.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no method " + name));
  }

  private static Object[] arguments(Method method, JSONArray args) {
    Type[] types = method.getGenericParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) values[i] = args.getObject(i, types[i]);
    return values;
  }

  private static Map<String, Object> exception(Throwable e) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("class", e.getClass().getName());
    shown.put("message", String.valueOf(e.getMessage()));
    if (e instanceof org.apache.dubbo.rpc.RpcException) shown.put("code", ((org.apache.dubbo.rpc.RpcException) e).getCode());
    if (e.getCause() != null) shown.put("cause", e.getCause().getClass().getName() + ": " + e.getCause().getMessage());
    return shown;
  }
}
