package org.comity.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An exported thread: {@code thread.json}, {@code register/000001.json} …, {@code acts/<act>.asice}; as a ZIP or unpacked.
 * It holds what was exchanged and nothing of the domestic file, and is checked by {@link Verify} without a node.
 */
public final class ThreadBundle {

    static final String HEAD = "thread.json";
    static final String FORMAT = "comity-thread/1";
    static final String REGISTER = "register/";
    static final String ACTS = "acts/";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * @param keeper participant that keeps the register
     * @param certificate of the register key, for convenience; whoever checks must know it from elsewhere
     */
    public record Head(String network, String thread, String keeper, X509Certificate certificate) {

        byte[] json() {
            try {
                return CanonicalJson.write(Map.of(
                        "format", FORMAT,
                        "network", network,
                        "thread", thread,
                        "keeper", keeper,
                        "certificate", Base64.getEncoder().encodeToString(certificate.getEncoded())));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What is there of one act. */
    public sealed interface Item {
        String act();
    }

    /** @param container the sealed act as it was registered */
    public record SealedAct(String act, byte[] container) implements Item {}

    /** What retention leaves of an act: its envelope, to which the register's entry still speaks. */
    public record Remaining(Envelope envelope) implements Item {
        @Override
        public String act() {
            return envelope.id();
        }
    }

    private ThreadBundle() {}

    /**
     * Writes the ZIP, one file at a time as the iterables yield them; the stream stays open.
     *
     * @param entries in order of n
     * @param acts registered or not, in any order, each once
     */
    public static void write(OutputStream out, Head head, Iterable<SignedEntry> entries, Iterable<? extends Item> acts)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, HEAD, head.json());
        for (SignedEntry each : entries) {
            put(zip, register(each.entry().n()), each.json());
        }
        for (Item each : acts) {
            switch (each) {
                case SealedAct(var act, var container) -> put(zip, act(act), container);
                case Remaining(var envelope) -> put(zip, envelope(each.act()), CanonicalJson.write(envelope.json()));
            }
        }
        zip.finish();
    }

    static String register(long n) {
        return "%s%06d.json".formatted(REGISTER, n);
    }

    static String act(String id) {
        return "%s%s.asice".formatted(ACTS, id);
    }

    static String envelope(String id) {
        return "%s%s.json".formatted(ACTS, id);
    }

    /** No time of its own, so that the same thread gives the same bytes. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
