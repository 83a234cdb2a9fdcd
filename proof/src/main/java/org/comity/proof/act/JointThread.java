package org.comity.proof.act;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/** Names joint threads by their opening act (R90), and reads what an act's author had seen of the register (R91). */
public final class JointThread {

    public static final String SEEN = "seen";

    /** Of which thread an act goes on, and up to where its author had that register (R144). */
    public static final String CONTINUES = "continues";

    private static final Pattern PLACE = Pattern.compile("([1-9][0-9]{0,5}) ([0-9a-f]{64})");
    private static final Pattern THREAD =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final int VERSION = 14;

    private JointThread() {}

    /** Entry n and its hash, as somebody verified it. */
    public record Seen(long n, String hash) {

        /** As the fact says it. */
        public String fact() {
            return n + " " + hash;
        }
    }

    /** A joint thread that another goes on from, and the last entry of it that somebody verified. */
    public record Continued(String thread, Seen seen) {

        /** As the fact says it. */
        public String fact() {
            return thread + " " + seen.fact();
        }
    }

    /** What an act says of the thread that its own goes on from; nothing if it says none, or says it in another form. */
    public static Optional<Continued> continued(Map<String, String> facts) {
        var words = facts.getOrDefault(CONTINUES, "").split(" ", 2);
        return words.length < 2 || !THREAD.matcher(words[0]).matches()
                ? Optional.empty()
                : place(words[1]).map(it -> new Continued(words[0], it));
    }

    /** Whether a thread of this id is a joint one: its UUID has version 8. */
    public static boolean isNameOf(String thread) {
        return thread.length() > VERSION && thread.charAt(VERSION) == '8';
    }

    /**
     * The id of the thread that this act opens: a UUID of version 8 out of the act itself, so that one id has one opening act.
     *
     * @param opening whatever its {@code thread} says
     */
    public static String id(Envelope opening) {
        var json = new TreeMap<>(opening.json());
        json.remove("thread");
        byte[] hash = Arrays.copyOf(HexFormat.of().parseHex(Digests.sha256(CanonicalJson.write(json))), 16);
        hash[6] = (byte) (hash[6] & 0x0f | 0x80);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        var bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    /** The same act, in the thread that it opens. */
    public static Envelope opening(Envelope draft) {
        var json = new TreeMap<>(draft.json());
        json.put("thread", id(draft));
        return ActReading.envelope(json);
    }

    /** What its author had seen; nothing if it does not say so, as no opening act does. */
    public static Optional<Seen> seen(Envelope act) {
        return place(act.facts().getOrDefault(SEEN, ""));
    }

    private static Optional<Seen> place(String text) {
        var said = PLACE.matcher(text);
        return said.matches() ? Optional.of(new Seen(Long.parseLong(said.group(1)), said.group(2))) : Optional.empty();
    }
}
