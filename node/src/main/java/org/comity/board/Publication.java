package org.comity.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.BoardId;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.NormalForm;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of one publication: who publishes what about which subject, and the hash of a body that is fetched by itself and
 * can be taken away.
 *
 * @param withdraws takes the subject off; its body says why
 * @param body SHA-256 of the body's document, which has a salt
 */
public record Publication(
        String network,
        String host,
        String board,
        NumberedFeed feed,
        String kind,
        String subject,
        Instant time,
        boolean withdraws,
        String body) {

    public static final String FORMAT = "comity-publication/1";
    public static final int LARGEST_BODY = 64 << 10;
    /** Of a body, with salt and frame. */
    public static final int LARGEST_DOCUMENT = LARGEST_BODY + 200;

    public static final Pattern BOARD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9/-]{0,39}");
    public static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");
    private static final Pattern PARTICIPANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> MEMBERS =
            Set.of("format", "network", "host", "board", "audience", "kind", "subject", "time", "withdraws", "body");

    public Publication {
        matches(HASH, network, "network");
        matches(PARTICIPANT, host, "host");
        matches(BOARD, board, "board");
        matches(KIND, kind, "kind");
        matches(SUBJECT, subject, "subject");
        matches(HASH, body, "body");
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws Malformed with the member that is not right */
    public static Publication read(Map<?, ?> json) {
        if (!json.keySet().equals(MEMBERS) || !FORMAT.equals(json.get("format"))) {
            throw new Malformed("field", "format");
        }
        if (!(json.get("withdraws") instanceof Boolean withdraws)) {
            throw new Malformed("field", "withdraws");
        }
        var feed = NumberedFeed.of(text(json, "audience")).orElseThrow(() -> new Malformed("field", "audience"));
        return new Publication(
                text(json, "network"),
                text(json, "host"),
                text(json, "board"),
                feed,
                text(json, "kind"),
                text(json, "subject"),
                instant(text(json, "time")),
                withdraws,
                text(json, "body"));
    }

    public Audience audience() {
        return feed.audience();
    }

    /** The same in another feed. */
    public Publication in(NumberedFeed another) {
        return new Publication(network, host, board, another, kind, subject, time, withdraws, body);
    }

    public Map<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("network", network);
        json.put("host", host);
        json.put("board", board);
        json.put("audience", feed.word());
        json.put("kind", kind);
        json.put("subject", subject);
        json.put("time", time.toString());
        json.put("withdraws", withdraws);
        json.put("body", body);
        return json;
    }

    /** What its entry names. */
    public String act() {
        return Digests.sha256(CanonicalJson.write(json()));
    }

    /** The id of the board in this feed: a UUID of version 8, as of any thread of more than two. */
    public String thread() {
        return thread(network, host, board, feed);
    }

    public static String thread(String network, String host, String board, NumberedFeed feed) {
        return BoardId.of(network, host, board, feed.word());
    }

    /** What the entry says about the state behind it: how many subjects stand. */
    public static String state(long standing) {
        return Digests.sha256(CanonicalJson.write(Map.of("standing", standing)));
    }

    /**
     * The bytes that are served: salted, so that a short body cannot be guessed from its hash once it is gone. People type what
     * looks alike in more than one way; a canonical text has one.
     */
    public static byte[] document(String salt, Map<String, ?> body) {
        return CanonicalJson.write(Map.of("salt", salt, "body", composed(body)));
    }

    /** Of what a body says, without its salt: the same for the same words, however they were typed. */
    public static String hash(Map<String, ?> body) {
        return Digests.sha256(CanonicalJson.write(composed(body)));
    }

    /** Whether a board takes this body: its size as it will be served, and what stands in it, which another may have sent. */
    public static boolean fits(Map<String, ?> body) {
        try {
            return document("0".repeat(32), body).length <= LARGEST_BODY;
        } catch (IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> composed(Map<?, ?> map) {
        var all = new TreeMap<String, @Nullable Object>();
        map.forEach((key, each) -> all.put((String) key, composedValue(each)));
        return all;
    }

    private static @Nullable Object composedValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> NormalForm.composed(text);
            case Map<?, ?> map -> composed(map);
            case List<?> list -> {
                var all = new ArrayList<@Nullable Object>();
                list.forEach(it -> all.add(composedValue(it)));
                yield all;
            }
            default -> value;
        };
    }

    /** @throws Malformed {@code body-differs} if these are not the bytes that this envelope names */
    @SuppressWarnings("unchecked")
    public Map<String, Object> body(byte[] document) {
        if (document.length > LARGEST_DOCUMENT || !Digests.sha256(document).equals(body)) {
            throw new Malformed("body-differs", "not the body that the envelope names");
        }
        var json = CanonicalJson.read(document);
        if (json.size() != 2
                || !(json.get("salt") instanceof String salt
                        && SALT.matcher(salt).matches())
                || !(json.get("body") instanceof Map<?, ?> inner)) {
            throw new Malformed("field", "body");
        }
        return (Map<String, Object>) inner;
    }

    /** The kind that a body names, if it names one. */
    public static String kind(String board, Map<String, ?> body) {
        return body.get("kind") instanceof String kind && KIND.matcher(kind).matches() ? kind : board;
    }

    private static String text(Map<?, ?> json, String member) {
        if (json.get(member) instanceof String text) return text;
        throw new Malformed("field", member);
    }

    private static Instant instant(String said) {
        try {
            var time = Instant.parse(said);
            if (time.toString().equals(said) && time.equals(time.truncatedTo(ChronoUnit.MILLIS))) return time;
        } catch (DateTimeException noInstant) {
            // falls through to the one refusal below
        }
        throw new Malformed("field", "time");
    }

    private static void matches(Pattern pattern, String value, String member) {
        if (!pattern.matcher(value).matches()) {
            throw new Malformed("field", member);
        }
    }
}
