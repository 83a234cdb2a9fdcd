package org.comity.proof.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.proof.Malformed;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.jspecify.annotations.Nullable;

/**
 * An exported thread: {@code thread.json}, {@code register/000001.json} …, {@code acts/<act>.asice}, perhaps the same of a
 * thread of seats below {@code seats/<thread>/}; as a ZIP or unpacked.
 * It holds what was exchanged and nothing of the domestic file, and is checked by {@code verify} without a node.
 */
public final class ThreadBundle {

    public static final String HEAD = "thread.json";
    static final String FORMAT = "comity-thread/1";
    static final String FORMAT_OF_SEVERAL = "comity-thread/2";
    public static final String REGISTER = "register/";
    public static final String ACTS = "acts/";
    public static final String SEATS = "seats/";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Who signed which entries.
     *
     * @param participant that kept the register
     * @param certificate of the register key, for convenience; whoever checks must know it from elsewhere
     * @param from the first entry that was signed under it
     */
    public record Keeper(String participant, X509Certificate certificate, long from) {}

    /** @param keepers in order of {@code from}, the first from entry 1 on; at least one */
    public record Head(String network, String thread, List<Keeper> keepers) {

        private static final int MOST_KEEPERS = 1_000;

        public Head {
            keepers = List.copyOf(keepers);
        }

        /** A register that one certificate signed as a whole. */
        public Head(String network, String thread, String keeper, X509Certificate certificate) {
            this(network, thread, List.of(new Keeper(keeper, certificate, 1)));
        }

        /** Who signs entry n; each entry asks, so it is searched for and not counted through. */
        public Keeper at(long n) {
            int first = 0;
            int last = keepers.size() - 1;
            while (first < last) {
                int middle = (first + last + 1) / 2;
                if (keepers.get(middle).from() <= n) first = middle;
                else last = middle - 1;
            }
            return keepers.get(first);
        }

        public byte[] json() {
            if (keepers.size() == 1 && !JointThread.isNameOf(thread)) {
                return CanonicalJson.write(Map.of(
                        "format", FORMAT,
                        "network", network,
                        "thread", thread,
                        "keeper", keepers.getFirst().participant(),
                        "certificate", base64(keepers.getFirst().certificate())));
            }
            return CanonicalJson.write(Map.of(
                    "format",
                    FORMAT_OF_SEVERAL,
                    "network",
                    network,
                    "thread",
                    thread,
                    "keepers",
                    keepers.stream()
                            .map(it -> Map.of(
                                    "certificate", base64(it.certificate()),
                                    "from", it.from(),
                                    "participant", it.participant()))
                            .toList()));
        }

        private static String base64(X509Certificate certificate) {
            try {
                return Base64.getEncoder().encodeToString(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Strictly, in either form. {@link Malformed} if it is neither. */
        public static Head read(byte[] json) {
            var head = CanonicalJson.read(json);
            boolean several = FORMAT_OF_SEVERAL.equals(head.get("format"));
            if (!several && !FORMAT.equals(head.get("format"))) throw new Malformed("field", "format");
            StrictReading.only(
                    head,
                    several
                            ? Set.of("format", "network", "thread", "keepers")
                            : Set.of("format", "network", "thread", "keeper", "certificate"));
            var thread = StrictReading.text(head, "thread", StrictReading.THREAD);
            if (!several && JointThread.isNameOf(thread)) throw new Malformed("field", "format");
            return new Head(
                    StrictReading.text(head, "network", StrictReading.HASH),
                    thread,
                    several
                            ? keepers(head.get("keepers"), JointThread.isNameOf(thread))
                            : List.of(keeper(head, "keeper", 1)));
        }

        private static Keeper keeper(Map<String, Object> json, String participant, long from) {
            return new Keeper(
                    StrictReading.text(json, participant, StrictReading.PARTICIPANT),
                    StrictBase64.certificate("certificate", json.get("certificate")),
                    from);
        }

        /** In one form only: two or more (of a joint thread one), each under another certificate than the one before it. */
        private static List<Keeper> keepers(@Nullable Object json, boolean joint) {
            if (!(json instanceof List<?> list) || list.size() < (joint ? 1 : 2))
                throw new Malformed("field", "keepers");
            if (list.size() > MOST_KEEPERS) throw new Malformed("too-many", "keepers");
            var keepers = new ArrayList<Keeper>();
            for (Object each : list) {
                var one = StrictReading.object("keepers", each);
                StrictReading.only(one, Set.of("certificate", "from", "participant"));
                if (!(one.get("from") instanceof Number from)) throw new Malformed("field", "from");
                var keeper = keeper(one, "participant", from.longValue());
                boolean right = keepers.isEmpty()
                        ? keeper.from() == 1
                        : keeper.from() > keepers.getLast().from()
                                && !keeper.certificate()
                                        .equals(keepers.getLast().certificate());
                if (!right) throw new Malformed("field", "from");
                keepers.add(keeper);
            }
            return keepers;
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

    /**
     * What the files of one thread are made of, each when it is written.
     *
     * @param entries in order of n
     * @param acts registered or not, in any order, each once
     */
    public record Parts(Head head, Iterable<SignedEntry> entries, Iterable<? extends Item> acts) {}

    private ThreadBundle() {}

    /** Writes a thread beside which none lies. */
    public static void write(OutputStream out, Head head, Iterable<SignedEntry> entries, Iterable<? extends Item> acts)
            throws IOException {
        write(out, new Parts(head, entries, acts), List.of());
    }

    /**
     * Writes the ZIP, one file at a time as the iterables yield them; the stream stays open.
     *
     * @param seats threads of seats: what their acts say of keys is checked with the thread
     */
    public static void write(OutputStream out, Parts thread, Iterable<Parts> seats) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "", thread);
        for (Parts each : seats) {
            put(zip, seats(each.head().thread()) + "/", each);
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String folder, Parts thread) throws IOException {
        put(zip, folder + HEAD, thread.head().json());
        for (SignedEntry each : thread.entries()) {
            put(zip, folder + register(each.entry().n()), each.json());
        }
        for (Item each : thread.acts()) {
            switch (each) {
                case SealedAct(var act, var container) -> put(zip, folder + act(act), container);
                case Remaining(var envelope) ->
                    put(zip, folder + envelope(each.act()), CanonicalJson.write(envelope.json()));
            }
        }
    }

    public static String register(long n) {
        return "%s%06d.json".formatted(REGISTER, n);
    }

    public static String act(String id) {
        return "%s%s.asice".formatted(ACTS, id);
    }

    /** The folder in which a thread of seats lies. */
    public static String seats(String thread) {
        return SEATS + thread;
    }

    public static String envelope(String id) {
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
