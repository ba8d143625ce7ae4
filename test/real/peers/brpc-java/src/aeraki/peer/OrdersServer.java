package aeraki.peer;

import com.baidu.brpc.RpcContext;
import com.google.protobuf.StringValue;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as `Orders` says, and reports each request. */
final class OrdersServer implements Orders {
  private final Map<Integer, String> names;

  /** The library has one service of an interface in a process, so the port that was called tells which server it is. */
  OrdersServer(Map<Integer, String> names) {
    this.names = names;
  }

  private String name() {
    return names.get(((InetSocketAddress) RpcContext.getContext().getChannel().localAddress()).getPort());
  }

  @Override
  public StringValue pay(StringValue request) {
    seen("Pay", request);
    return StringValue.of(name());
  }

  @Override
  public StringValue same(StringValue request) {
    byte[] attachment = seen("Same", request);
    if (attachment != null) {
      RpcContext.getContext().setResponseBinaryAttachment(Unpooled.wrappedBuffer(attachment));
    }
    return request;
  }

  @Override
  public StringValue fail(StringValue request) {
    seen("Fail", request);
    throw new IllegalStateException(request.getValue());
  }

  @Override
  public StringValue slow(StringValue request) {
    seen("Slow", request);
    try {
      Thread.sleep(Long.parseLong(request.getValue()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StringValue.of(name());
  }

  private byte[] seen(String method, StringValue request) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("server", name());
    shown.put("method", method);
    shown.put("attachments", Map.of());
    shown.put("text", request.getValue());
    byte[] attachment = null;
    ByteBuf bytes = RpcContext.getContext().getRequestBinaryAttachment();
    if (bytes != null) {
      attachment = new byte[bytes.readableBytes()];
      bytes.getBytes(bytes.readerIndex(), attachment);
      shown.put("attachment", new String(attachment, StandardCharsets.UTF_8));
    }
    Lines.print(Map.of("request", shown));
    return attachment;
  }
}
