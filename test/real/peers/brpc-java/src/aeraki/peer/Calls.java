package aeraki.peer;

import com.baidu.brpc.RpcContext;
import com.baidu.brpc.client.BrpcProxy;
import com.baidu.brpc.client.RpcClient;
import com.baidu.brpc.client.RpcClientOptions;
import com.baidu.brpc.client.channel.ChannelType;
import com.baidu.brpc.client.channel.Endpoint;
import com.baidu.brpc.protocol.Options;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.StringValue;
import io.netty.buffer.ByteBuf;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the calls that come in, all that come at once together, and prints what the application would have got. */
final class Calls {
  private static final Map<String, Orders> references = new ConcurrentHashMap<>();

  private Calls() {}

  static void run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Lines.print(Map.of("ready", true));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject call = Lines.gson.fromJson(line, JsonObject.class);
      threads.execute(() -> Lines.print(answer(call)));
    }
    System.exit(0);
  }

  private static Map<String, Object> answer(JsonObject call) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", call.get("id"));
    answer.put("attachments", Map.of());
    try {
      Orders orders = references.computeIfAbsent(keyOf(call), key -> refer(call));
      RpcContext context = RpcContext.getContext();
      context.reset();
      if (call.has("attachment")) {
        context.setRequestBinaryAttachment(call.get("attachment").getAsString().getBytes(StandardCharsets.UTF_8));
      }
      answer.put("value", made(orders, call).getValue());
      ByteBuf attachment = RpcContext.getContext().getResponseBinaryAttachment();
      if (attachment != null) answer.put("attachment", attachment.toString(StandardCharsets.UTF_8));
    } catch (Throwable e) {
      answer.put("exception", exception(e));
    }
    RpcContext.removeContext();
    return answer;
  }

  private static StringValue made(Orders orders, JsonObject call) {
    JsonArray args = call.getAsJsonArray("args");
    StringValue text = StringValue.of(args.size() == 0 ? "" : args.get(0).getAsString());
    String method = call.get("method").getAsString();
    switch (method) {
      case "Pay":
        return orders.pay(text);
      case "Same":
        return orders.same(text);
      case "Fail":
        return orders.fail(text);
      case "Slow":
        return orders.slow(text);
      default:
        throw new IllegalArgumentException("no method " + method);
    }
  }

  private static String keyOf(JsonObject call) {
    JsonElement client = call.get("client");
    return call.get("port") + " " + call.get("connections") + " " + client;
  }

  private static Orders refer(JsonObject call) {
    RpcClientOptions options = new RpcClientOptions();
    options.setProtocolType(Options.ProtocolType.PROTOCOL_BAIDU_STD_VALUE);
    options.setReadTimeoutMillis(call.has("timeout") ? call.get("timeout").getAsInt() : 20_000);
    options.setWriteTimeoutMillis(20_000);
    options.setConnectTimeoutMillis(20_000);
    options.setMaxTryTimes(1);
    options.setIoThreadNum(1);
    options.setWorkThreadNum(8);
    options.setMaxTotalConnections(call.has("connections") ? call.get("connections").getAsInt() : 1);
    options.setMinIdleConnections(1);
    // All calls share the connection, in any order.
    options.setChannelType(ChannelType.SINGLE_CONNECTION);
    RpcClient client = new RpcClient(new Endpoint("127.0.0.1", call.get("port").getAsInt()), options);
    return BrpcProxy.getProxy(client, Orders.class);
  }

  private static Map<String, Object> exception(Throwable e) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("class", e.getClass().getName());
    shown.put("message", String.valueOf(e.getMessage()));
    if (e instanceof com.baidu.brpc.exceptions.RpcException) {
      shown.put("code", ((com.baidu.brpc.exceptions.RpcException) e).getCode());
    }
    return shown;
  }
}
