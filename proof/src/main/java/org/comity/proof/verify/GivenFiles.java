package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.comity.proof.Malformed;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.CommandLine.WrongUse;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Anchor;

/** Reads what the user of {@code verify} names in its options: files, fingerprints and hashes. */
final class GivenFiles {

    private static final int LARGEST_PEM = 1 << 20;

    private GivenFiles() {}

    static String hash(String text) {
        String hash = text.toLowerCase(Locale.ROOT);
        if (!StrictReading.HASH.matcher(hash).matches())
            throw new WrongUse("Not a hash of 64 hexadecimal digits: " + text);
        return hash;
    }

    static Path file(String text, long largest, String refusal) throws IOException {
        var file = Path.of(text);
        if (!Files.isRegularFile(file) || Files.size(file) > largest) throw new WrongUse(refusal + text);
        return file;
    }

    static byte[] earlier(String text) throws IOException {
        return CheckingLog.bytes(file(text, Long.MAX_VALUE, "No file with an earlier checkpoint: "));
    }

    static GivenRevocations revocations(String text) throws IOException {
        var file = file(text, BundleFiles.LARGEST_FILE, "No file with revocations: ");
        try {
            return GivenRevocations.read(Files.readAllBytes(file));
        } catch (Malformed e) {
            throw new WrongUse("Not revocations as a directory lists them (%s): %s".formatted(e.code(), text));
        }
    }

    /** As the age tools write it: lines that begin with # are remarks. */
    static HybridIdentity identity(String text) throws IOException {
        var file = file(text, LARGEST_PEM, "No file with an identity: ");
        var lines = Files.readString(file, ISO_8859_1)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .toList();
        try {
            if (lines.size() == 1) return HybridIdentity.parse(lines.getFirst());
        } catch (IllegalArgumentException e) {
            // What is wrong with a secret is not printed.
        }
        throw new WrongUse("Not one identity AGE-SECRET-KEY-PQ-1… in " + text);
    }

    static Anchor read(String text) throws IOException {
        String print = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (print.matches("[0-9a-f]{64}")) return Anchor.of(print);
        var file = file(text, LARGEST_PEM, "Neither a fingerprint of 64 hexadecimal digits nor a certificate file: ");
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) {
                throw new WrongUse("No certificate in " + text);
            }
            return Anchor.of(certificates.toArray(X509Certificate[]::new));
        } catch (CertificateException e) {
            throw new WrongUse("No certificate in " + text);
        }
    }

    /** A signed entry that somebody kept. */
    static SignedEntry head(String text) throws IOException {
        var file = file(text, LARGEST_PEM, "No file with a signed entry: ");
        try {
            return SignedEntry.read(Files.readAllBytes(file));
        } catch (Malformed e) {
            throw new WrongUse("Not a signed entry of a register (%s): %s".formatted(e.getMessage(), text));
        }
    }

    /** Another export of the same thread. */
    static Path export(String text) {
        var path = Path.of(text);
        if (!Files.isReadable(path)) throw new WrongUse("There is no readable file or folder: " + text);
        return path;
    }
}
