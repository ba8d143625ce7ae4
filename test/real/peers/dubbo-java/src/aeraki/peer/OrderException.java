package aeraki.peer;

/** An exception of the service's own, which the client has to get as it is. */
public class OrderException extends Exception {
  private static final long serialVersionUID = 1L;

  public OrderException(String message) {
    super(message);
  }
}
