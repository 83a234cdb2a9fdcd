package org.comity.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.comity.directory.PinnedTrust;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.NodeKeys;

/** Two made-up participants with TLS keys, for both our ends, and as PEM for nginx and curl. */
record TransferKeys(Path folder) {

    static final String GIVER = "XB-1";
    static final String TAKER = "XA-1";

    static TransferKeys make(Path folder) {
        var ceremony = new KeyCeremony(Clock.systemUTC());
        var authority = ceremony.practiceAuthority(folder.resolve("authority"));
        for (var id : List.of(GIVER, TAKER)) {
            ceremony.practise(
                    new KeyCeremony.Plan(id, List.of(), folder.resolve(id), folder.resolve(id + "-recovery")),
                    authority);
        }
        return new TransferKeys(folder);
    }

    /** Of the keys only what TLS needs. */
    NodeKeys of(String id) {
        return (NodeKeys) Proxy.newProxyInstance(
                NodeKeys.class.getClassLoader(),
                new Class<?>[] {NodeKeys.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "tls" -> store(id);
                    case "password" -> password(id);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    PinnedTrust pin(String id) {
        try {
            var certificate = (X509Certificate) store(id).getCertificate("tls");
            return new PinnedTrust(certificate::equals, Clock.systemUTC(), code -> {});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command that writes {@code ID.pem}, certificate and key. */
    String pem(String id) {
        return "openssl pkcs12 -in '%1$s/%2$s/tls.p12' -passin 'file:%1$s/%2$s/password' -nodes -out '%1$s/%2$s.pem' 2>/dev/null"
                .formatted(folder, id);
    }

    private KeyStore store(String id) {
        try (var in = Files.newInputStream(folder.resolve(id).resolve("tls.p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password(id));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private char[] password(String id) {
        try {
            return Files.readString(folder.resolve(id).resolve("password"))
                    .strip()
                    .toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
