package org.comity.sealing.ceremony;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.PBEParameterSpec;

/** PKCS#12 files that only their owner may read. */
public final class KeyStores {

    private static final String TYPE = "PKCS12";
    private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";
    private static final SecureRandom CHANCE = new SecureRandom();

    /** The password is 256 bits of chance, so that many rounds would only make each use of a key slow. */
    private static final int ROUNDS = 1000;

    private KeyStores() {}

    public static char[] newPassword() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(chance(32))
                .toCharArray();
    }

    public static void writeKey(Path file, String alias, PrivateKey key, List<X509Certificate> chain, char[] password) {
        try {
            var store = empty();
            var protection =
                    new KeyStore.PasswordProtection(password, CIPHER, new PBEParameterSpec(chance(20), ROUNDS));
            store.setEntry(alias, new KeyStore.PrivateKeyEntry(key, chain.toArray(Certificate[]::new)), protection);
            write(file, store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Key store [%s]".formatted(file), e);
        }
    }

    public static void writeTrust(Path file, List<X509Certificate> anchors, char[] password) {
        try {
            var store = empty();
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry(i == 0 ? "ca" : "ca" + (i + 1), anchors.get(i));
            }
            write(file, store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Trust store [%s]".formatted(file), e);
        }
    }

    public static KeyStore read(Path file, char[] password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(TYPE);
            store.load(in, password);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Key store [%s]".formatted(file), e);
        }
    }

    public static KeyPair pair(KeyStore store, String alias, char[] password) {
        try {
            var key = (PrivateKey) store.getKey(alias, password);
            var certificate = store.getCertificate(alias);
            if (key == null || certificate == null) {
                throw new IllegalStateException("No key [%s]".formatted(alias));
            }
            return new KeyPair(certificate.getPublicKey(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Key [%s]".formatted(alias), e);
        }
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    public static void writeSecret(Path file, byte[] content) {
        try {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            if (posix(file)) {
                Files.createFile(
                        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void newFolder(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            if (posix(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder, writes a file there and removes it. */
    public static void tryFolder(Path folder) {
        newFolder(folder);
        var tried = folder.resolve("tried");
        writeSecret(tried, new byte[] {1});
        try {
            Files.delete(tried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    private static void write(Path file, KeyStore store, char[] password) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        writeSecret(file, bytes.toByteArray());
    }

    private static byte[] chance(int length) {
        var bytes = new byte[length];
        CHANCE.nextBytes(bytes);
        return bytes;
    }
}
