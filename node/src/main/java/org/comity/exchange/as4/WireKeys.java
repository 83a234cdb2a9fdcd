package org.comity.exchange.as4;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.comity.directory.PinnedTrust;
import org.comity.sealing.NodeKeys;

/** What this node is on the wire: its AS4 key and its TLS key. */
final class WireKeys {

    private final NodeKeys keys;
    private final IAS4CryptoFactory crypto;

    WireKeys(NodeKeys keys) {
        this.keys = keys;
        this.crypto = new AS4CryptoFactoryInMemoryKeyStore(keys.as4(), "as4", keys.password(), nobody());
    }

    IAS4CryptoFactory crypto() {
        return crypto;
    }

    SSLHostConfig host(PinnedTrust pins) {
        return pins.host(keys);
    }

    SSLContext tls(PinnedTrust pins) {
        return pins.tls(keys);
    }

    /** Trust is by pin alone; an empty store keeps the JDK's list of authorities out. */
    private static KeyStore nobody() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
