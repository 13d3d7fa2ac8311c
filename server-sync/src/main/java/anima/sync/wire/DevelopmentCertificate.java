package anima.sync.wire;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * The certificate of a server without one of its own: signed by itself, made on first start, kept
 * beside the world, and pinned by each client when it first comes in.
 */
record DevelopmentCertificate(X509Certificate certificate, PrivateKey key) {
  private static final int YEARS = 10;
  private static final int SERIAL_BITS = 120;

  /** Loads {@code server.crt} and {@code server.key} of a folder, or makes them. */
  static DevelopmentCertificate in(Path folder) throws ConnectException {
    Path certificateFile = folder.resolve("server.crt");
    Path keyFile = folder.resolve("server.key");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(certificateFile) || !Files.exists(keyFile)) {
        make(Clock.systemUTC()).store(certificateFile, keyFile);
      }
      return load(certificateFile, keyFile);
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new ConnectException(
          "The certificate "
              + certificateFile
              + " or its key cannot be used; remove both and start again, clients will ask anew.",
          e);
    }
  }

  private static DevelopmentCertificate load(Path certificateFile, Path keyFile)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(certificateFile);
        var parser = new PEMParser(Files.newBufferedReader(keyFile))) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (!(parser.readObject() instanceof PrivateKeyInfo key)) {
        throw new IOException(keyFile + " holds no private key");
      }
      return new DevelopmentCertificate(certificate, new JcaPEMKeyConverter().getPrivateKey(key));
    }
  }

  private static DevelopmentCertificate make(Clock clock)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    SecureRandom random = new SecureRandom();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=anima");
    Instant start = clock.instant().minus(1, ChronoUnit.DAYS);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, random),
            Date.from(start),
            Date.from(start.plus(YEARS * 365L, ChronoUnit.DAYS)),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new java.io.ByteArrayInputStream(builder.build(signer).getEncoded()));
    return new DevelopmentCertificate(certificate, pair.getPrivate());
  }

  private void store(Path certificateFile, Path keyFile) throws IOException {
    OwnerOnly.write(keyFile, pem(new PemObject("PRIVATE KEY", key.getEncoded())));
    Files.writeString(certificateFile, pem(certificate));
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
