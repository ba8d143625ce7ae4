package aeraki.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.dubbo.rpc.RpcContext;

/** Answers as `Orders` says, and reports each request. */
final class OrdersServer implements Orders {
  private final String name;

  OrdersServer(String name) {
    this.name = name;
  }

  @Override
  public Map<String, Object> echo(String text, int count, List<String> tags, Map<String, String> labels) {
    Map<String, Object> answer = new LinkedHashMap<>(seen("echo"));
    List<Object> args = new ArrayList<>();
    args.add(text);
    args.add(count);
    args.add(tags);
    args.add(labels);
    answer.put("args", args);
    return answer;
  }

  @Override
  public String pay(String user) {
    seen("pay");
    return name;
  }

  @Override
  public String refund(String user) {
    seen("refund");
    return name;
  }

  @Override
  public String getName() {
    seen("getName");
    return name;
  }

  @Override
  public String fail(String message) throws OrderException {
    seen("fail");
    throw new OrderException(message);
  }

  @Override
  public String slow(int milliseconds) {
    seen("slow");
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return name;
  }

  @Override
  public void nothing() {
    seen("nothing");
  }

  @Override
  public String none() {
    seen("none");
    return null;
  }

  @Override
  public String same(String text) {
    seen("same");
    return text;
  }

  private Map<String, Object> seen(String method) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("server", name);
    request.put("method", method);
    request.put("attachments", new TreeMap<>(RpcContext.getServerAttachment().getObjectAttachments()));
    Lines.print(Map.of("request", request));
    RpcContext.getServerResponseContext().setAttachment("server", name);
    return request;
  }
}
