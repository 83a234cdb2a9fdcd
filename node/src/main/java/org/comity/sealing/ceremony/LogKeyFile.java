package org.comity.sealing.ceremony;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** The key that signs logs: a seed of 32 bytes in base64. Key folders older than logs get one when it is first asked for. */
public final class LogKeyFile {

    private static final String NAME = "log-key";

    private LogKeyFile() {}

    public static Ed25519PrivateKeyParameters in(Path keys) {
        var file = keys.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new Ed25519PrivateKeyParameters(
                    Base64.getDecoder().decode(Files.readString(file, US_ASCII).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two processes that find none, the first decides: its whole file takes the name, which nobody takes away. */
    private static void make(Path file) throws IOException {
        var fresh = file.resolveSibling(NAME + "." + UUID.randomUUID());
        var seed = new Ed25519PrivateKeyParameters(new SecureRandom()).getEncoded();
        KeyStores.writeSecret(fresh, (Base64.getEncoder().encodeToString(seed) + "\n").getBytes(US_ASCII));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key is the one.
        } finally {
            Files.delete(fresh);
        }
    }
}
