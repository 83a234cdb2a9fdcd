package org.comity.bench.bare;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.comity.sealing.ceremony.KeyStores;

/** One end's keys for the wire, as a key ceremony leaves them in a folder. */
record BareKeys(KeyStore as4, KeyStore tls, KeyStore trust, char[] password) {

    static BareKeys in(Path folder) throws Exception {
        var password = Files.readString(folder.resolve("password")).strip().toCharArray();
        return new BareKeys(
                KeyStores.read(folder.resolve("as4.p12"), password),
                KeyStores.read(folder.resolve("tls.p12"), password),
                KeyStores.read(folder.resolve("trust.p12"), password),
                password);
    }

    IAS4CryptoFactory crypto() {
        return new AS4CryptoFactoryInMemoryKeyStore(as4, "as4", password, trust);
    }

    X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) as4.getCertificate("as4");
    }

    X509KeyManager tlsKey() throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(tls, password);
        return (X509KeyManager) own.getKeyManagers()[0];
    }

    X509TrustManager peers() throws GeneralSecurityException {
        var peers = TrustManagerFactory.getInstance("PKIX");
        peers.init(trust);
        return (X509TrustManager) peers.getTrustManagers()[0];
    }

    SSLContext context() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(new X509KeyManager[] {tlsKey()}, new X509TrustManager[] {peers()}, null);
        return context;
    }
}
