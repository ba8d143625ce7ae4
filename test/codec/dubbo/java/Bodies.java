import com.alibaba.com.caucho.hessian.io.Hessian2Output;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.*;

/** Prints Dubbo bodies in hexadecimal as Dubbo's own Hessian writes them: a name, a blank, the body. */
public class Bodies {
  enum Colour { RED, GREEN }
  static class Person implements Serializable {
    String name = "Ann \ud83d\ude00"; int age = 7; long id = 1L << 40; double weight = 60.5; boolean ok = true;
    Date born = new Date(1234567890123L); BigDecimal money = new BigDecimal("12.50"); Colour colour = Colour.GREEN;
    List<Object> list = new ArrayList<>(List.of("a", 1, 2L)); Map<String, Object> map = new HashMap<>(Map.of("k", new int[] {1, 2, 70000}));
    Person friend; byte[] bytes = new byte[5000]; String text = "x".repeat(40000); Set<String> set = new TreeSet<>(Set.of("s")); float f = 1.25f; char c = 'c';
    Object[] many = {null, "y", 3.5, new Date(60000)};
  }
  interface Write { void to(Hessian2Output out) throws Exception; }
  static void print(String name, Write write) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Hessian2Output out = new Hessian2Output(bytes);
    write.to(out);
    out.flushBuffer();
    System.out.println(name + " " + HexFormat.of().formatHex(bytes.toByteArray()));
  }
  static void head(Hessian2Output out, String types) throws Exception {
    for (String text : new String[] {"2.0.2", "org.example.Demo", "1.0.0", "sayHello", types}) out.writeString(text);
  }
  public static void main(String[] args) throws Exception {
    Map<String, Object> attachments = new LinkedHashMap<>();
    attachments.put("path", "org.example.Demo"); attachments.put("user", "J\u00fcrgen \ud83d\ude00"); attachments.put("depth", 3);
    Person person = new Person(); person.friend = new Person(); person.friend.friend = person; person.friend.bytes = new byte[0]; person.friend.text = "";
    print("objects", out -> { head(out, "LBodies$Person;LBodies$Person;[Ljava/lang/Object;"); out.writeObject(person); out.writeObject(person); out.writeObject(new Object[] {person, List.of(person.friend)}); out.writeObject(attachments); });
    print("primitives", out -> { head(out, "IJDZLjava/lang/String;[BSFC"); out.writeObject(-300); out.writeObject(Long.MIN_VALUE); out.writeObject(Math.PI); out.writeObject(false); out.writeObject(null); out.writeObject(new byte[70000]); out.writeObject((short) 5); out.writeObject(1e9f); out.writeObject('z'); out.writeObject(attachments); });
    Map<String, Object> shared = new LinkedHashMap<>(attachments); shared.put("person", person); shared.put("again", person.friend);
    print("shared", out -> { head(out, "LBodies$Person;"); out.writeObject(person); out.writeObject(shared); });
    print("none", out -> { head(out, ""); out.writeObject(new HashMap<>(attachments)); });
    Exception thrown = new IllegalStateException("no funds", new RuntimeException("inner")); thrown.addSuppressed(new Error("more"));
    print("exception", out -> { out.writeInt(3); out.writeObject(thrown); out.writeObject(attachments); });
    print("value", out -> { out.writeInt(4); out.writeObject(List.of(person, Locale.UK, UUID.fromString("00000000-0000-0001-0000-000000000002"))); out.writeObject(attachments); });
    print("null", out -> { out.writeInt(5); out.writeObject(attachments); });
    print("heartbeat", out -> out.writeObject(null));
  }
}
