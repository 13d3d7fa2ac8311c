package anima.sync.wire;

import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Puts what the network says into one sentence for a person. */
final class ConnectFailure {
  private ConnectFailure() {}

  static ConnectException of(ServerAddress server, Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof ConnectException known) {
        return known;
      }
      if (c instanceof CertificateException || c instanceof WireFault) {
        return new ConnectException(String.valueOf(c.getMessage()), cause);
      }
      if (c instanceof UnknownHostException) {
        return new ConnectException(
            "There is no computer named '" + server.host() + "'; check the address.", cause);
      }
    }
    if (cause instanceof SSLException
        || cause instanceof WebSocketHandshakeException
        || cause.getCause() instanceof SSLException) {
      return new ConnectException(
          "What answers at " + server + " is no Anima server; check the address.", cause);
    }
    return new ConnectException(
        "No server can be reached at " + server + "; check the address and that it runs.", cause);
  }
}
