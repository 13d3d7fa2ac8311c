package anima.sync.wire;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/** TLS 1.3 and nothing older; BoringSSL where its library loads, else the JDK's own. */
final class Tls {
  private static final String VERSION = "TLSv1.3";

  private Tls() {}

  static SslContext server(DevelopmentCertificate certificate) throws SSLException {
    return SslContextBuilder.forServer(certificate.key(), certificate.certificate())
        .sslProvider(provider())
        .protocols(VERSION)
        .build();
  }

  static SslContext client(PinnedTrust trust) throws SSLException {
    return SslContextBuilder.forClient()
        .sslProvider(provider())
        .protocols(VERSION)
        // A certificate that is pinned needs no name: the pin itself says whose it is.
        .endpointIdentificationAlgorithm(null)
        .trustManager(trust)
        .build();
  }

  private static SslProvider provider() {
    return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
  }
}
