package org.comity.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strict reading: every field present, none unknown, each within its limits. */
final class Reading {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern THREAD =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,63}");
    private static final Pattern FILE = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,120}");

    private Reading() {}

    static Act act(byte[] json) {
        var root = CanonicalJson.read(json);
        only(root, Set.of("envelope", "body"));
        var envelope = envelope(object(root, "envelope"));
        var body = object(root, "body");
        if (!envelope.body().commitsTo(CanonicalJson.write(body))) {
            throw new Malformed("body-differs", "the body is not the one that the envelope commits to");
        }
        return new Act(envelope, body);
    }

    static Envelope envelope(Map<String, Object> json) {
        only(
                json,
                Set.of(
                        "network",
                        "thread",
                        "procedure",
                        "convention",
                        "type",
                        "author",
                        "addressee",
                        "role",
                        "time",
                        "after",
                        "drill",
                        "facts",
                        "body",
                        "attachments"));
        var after = list(json, "after", Envelope.LARGEST_AFTER).stream()
                .map(it -> matching("after", it, HASH))
                .toList();
        var facts = new TreeMap<String, String>();
        object(json, "facts").forEach((key, value) -> {
            if (!(value instanceof String text) || text.length() > 200) {
                throw new Malformed("field", "facts." + key);
            }
            facts.put(matching("facts", key, NAME), text);
        });
        if (facts.size() > Envelope.LARGEST_FACTS) {
            throw new Malformed("too-many", "facts");
        }
        var attachments = new ArrayList<Attachment>();
        for (Object each : list(json, "attachments", Envelope.LARGEST_ATTACHMENTS)) {
            attachments.add(attachment(each));
        }
        if (!(json.get("drill") instanceof Boolean drill)) {
            throw new Malformed("field", "drill");
        }
        var role = text(json, "role", NAME);
        if (!Set.of("requesting", "requested").contains(role)) {
            throw new Malformed("field", "role");
        }
        return new Envelope(
                text(json, "network", HASH),
                text(json, "thread", THREAD),
                text(json, "procedure", NAME),
                text(json, "convention", NAME),
                text(json, "type", NAME),
                text(json, "author", NAME),
                text(json, "addressee", NAME),
                role,
                instant(json, "time"),
                after,
                drill,
                facts,
                salted(object(json, "body")),
                attachments);
    }

    static SignedEntry signedEntry(byte[] json) {
        var root = CanonicalJson.read(json);
        only(root, Set.of("entry", "signature"));
        var entry = object(root, "entry");
        only(entry, Set.of("network", "thread", "n", "previous", "act", "container", "time", "effect", "state"));
        if (!(entry.get("n") instanceof Number n) || n.longValue() < 1) {
            throw new Malformed("field", "n");
        }
        if (!(root.get("signature") instanceof String signature) || signature.length() > 200) {
            throw new Malformed("field", "signature");
        }
        return new SignedEntry(
                new Entry(
                        text(entry, "network", HASH),
                        text(entry, "thread", THREAD),
                        n.longValue(),
                        text(entry, "previous", HASH),
                        text(entry, "act", HASH),
                        text(entry, "container", HASH),
                        instant(entry, "time"),
                        text(entry, "effect", NAME),
                        text(entry, "state", HASH)),
                signature);
    }

    private static Attachment attachment(Object value) {
        var json = object("attachments", value);
        only(json, Set.of("name", "mediaType", "size", "salt", "sha256"));
        if (!(json.get("size") instanceof Number size) || size.longValue() < 0) {
            throw new Malformed("field", "size");
        }
        return new Attachment(
                text(json, "name", FILE),
                text(json, "mediaType", NAME),
                size.longValue(),
                new Salted(text(json, "salt", SALT), text(json, "sha256", HASH)));
    }

    private static Salted salted(Map<String, Object> json) {
        only(json, Set.of("salt", "sha256"));
        return new Salted(text(json, "salt", SALT), text(json, "sha256", HASH));
    }

    static Instant instant(Map<String, Object> json, String field) {
        var text = text(json, field, Pattern.compile(".{20,24}"));
        try {
            var instant = Instant.parse(text);
            if (!instant.toString().equals(text) || instant.getNano() % 1_000_000 != 0) {
                throw new Malformed("field", field);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new Malformed("field", field);
        }
    }

    static void only(Map<String, Object> json, Set<String> fields) {
        if (!json.keySet().equals(fields)) {
            throw new Malformed("fields", "expected " + fields + " and found " + json.keySet());
        }
    }

    private static Map<String, Object> object(Map<String, Object> json, String field) {
        return object(field, json.get(field));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Malformed("field", field);
        }
        return (Map<String, Object>) map;
    }

    private static List<?> list(Map<String, Object> json, String field, int largest) {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new Malformed("field", field);
        }
        if (list.size() > largest) {
            throw new Malformed("too-many", field);
        }
        return list;
    }

    static String text(Map<String, Object> json, String field, Pattern allowed) {
        return matching(field, json.get(field), allowed);
    }

    private static String matching(String field, Object value, Pattern allowed) {
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw new Malformed("field", field);
        }
        return text;
    }
}
