package anima.sync.wire;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the certificate that a server showed at the first meeting, and no other. */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final KnownHosts hosts;
  private final String hostAndPort;

  PinnedTrust(KnownHosts hosts, String hostAndPort) {
    this.hosts = hosts;
    this.hostAndPort = hostAndPort;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    boolean known;
    try {
      known = hosts.knows(hostAndPort, chain[0]);
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateException(
          "The list of known servers " + hosts.file() + " cannot be read or written.", e);
    }
    if (!known) {
      throw new CertificateException(
          "The server "
              + hostAndPort
              + " shows another certificate than when we first met it; if its owner changed it,"
              + " remove its line from "
              + hosts.file()
              + ".");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Clients show no certificate.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Clients show no certificate.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Clients show no certificate.");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
