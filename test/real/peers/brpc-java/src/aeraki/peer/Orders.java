package aeraki.peer;

import com.baidu.brpc.protocol.BrpcMeta;
import com.google.protobuf.StringValue;

/** What the servers offer; the names on the wire are those of a service in a .proto file. */
public interface Orders {
  /** The server's name. */
  @BrpcMeta(serviceName = "shop.Orders", methodName = "Pay")
  StringValue pay(StringValue request);

  /** The text itself, and the attachment that came with it. */
  @BrpcMeta(serviceName = "shop.Orders", methodName = "Same")
  StringValue same(StringValue request);

  /** Raises an exception with this message. */
  @BrpcMeta(serviceName = "shop.Orders", methodName = "Fail")
  StringValue fail(StringValue request);

  /** The server's name, after so many milliseconds. */
  @BrpcMeta(serviceName = "shop.Orders", methodName = "Slow")
  StringValue slow(StringValue request);
}
