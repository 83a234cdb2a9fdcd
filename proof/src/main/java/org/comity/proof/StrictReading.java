package org.comity.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: every field present, none unknown, each within its limits. */
final class StrictReading {

    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    static final Pattern THREAD = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,63}");
    static final Pattern PARTICIPANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Set<String> ROLES_OF_TWO = Set.of("requesting", "requested");
    private static final int LONGEST_FACT = 200;
    private static final int LONGEST_SIGNATURE = 200;

    private StrictReading() {}

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
        if (!(json.get("drill") instanceof Boolean drill)) {
            throw new Malformed("field", "drill");
        }
        boolean joint = Envelope.ALL_PARTIES.equals(json.get("addressee"));
        var role = text(json, "role", ROLE);
        if (!joint && !ROLES_OF_TWO.contains(role)) {
            throw new Malformed("field", "role");
        }
        var thread = text(json, "thread", THREAD);
        if (joint != JointThread.isNameOf(thread)) {
            throw new Malformed("thread-id", "a joint thread, and no other, has an id of version 8");
        }
        if (Objects.equals(json.get("author"), json.get("addressee"))) {
            throw new Malformed("field", "addressee");
        }
        return new Envelope(
                text(json, "network", HASH),
                thread,
                text(json, "procedure", NAME),
                text(json, "convention", NAME),
                text(json, "type", NAME),
                text(json, "author", PARTICIPANT),
                joint ? Envelope.ALL_PARTIES : text(json, "addressee", PARTICIPANT),
                role,
                instant(json, "time"),
                after(json),
                drill,
                facts(json),
                salted(object(json, "body")),
                attachments(json));
    }

    private static List<String> after(Map<String, Object> json) {
        return distinct(
                "after",
                list(json, "after", Envelope.LARGEST_AFTER).stream()
                        .map(it -> matching("after", it, HASH))
                        .toList());
    }

    private static Map<String, String> facts(Map<String, Object> json) {
        var values = object(json, "facts");
        if (values.size() > Envelope.LARGEST_FACTS) {
            throw new Malformed("too-many", "facts");
        }
        var facts = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (!(value instanceof String text) || text.length() > LONGEST_FACT) {
                throw new Malformed("field", "facts");
            }
            facts.put(matching("facts", key, NAME), text);
        });
        return facts;
    }

    private static List<Attachment> attachments(Map<String, Object> json) {
        var attachments = list(json, "attachments", Envelope.LARGEST_ATTACHMENTS).stream()
                .map(StrictReading::attachment)
                .toList();
        distinct(
                "attachments",
                attachments.stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toList());
        return attachments;
    }

    static SignedEntry signedEntry(byte[] json) {
        var root = CanonicalJson.read(json);
        only(root, Set.of("entry", "signature"));
        var entry = object(root, "entry");
        only(entry, Set.of("network", "thread", "n", "previous", "act", "container", "time", "effect", "state"));
        if (!(entry.get("n") instanceof Number n) || n.longValue() < 1) {
            throw new Malformed("field", "n");
        }
        if (!(root.get("signature") instanceof String signature) || signature.length() > LONGEST_SIGNATURE) {
            throw new Malformed("field", "signature");
        }
        StrictBase64.bytes("signature", signature);
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
        if (!(json.get("name") instanceof String name) || !Attachment.allowedName(name)) {
            throw new Malformed("field", "name");
        }
        if (!(json.get("mediaType") instanceof String mediaType) || !Attachment.allowedMediaType(mediaType)) {
            throw new Malformed("field", "mediaType");
        }
        return new Attachment(
                name,
                mediaType,
                size.longValue(),
                new SaltedHash(text(json, "salt", SALT), text(json, "sha256", HASH)));
    }

    private static SaltedHash salted(Map<String, Object> json) {
        only(json, Set.of("salt", "sha256"));
        return new SaltedHash(text(json, "salt", SALT), text(json, "sha256", HASH));
    }

    static Instant instant(Map<String, Object> json, String field) {
        var text = text(json, field, TIME);
        try {
            var instant = Instant.parse(text);
            if (!instant.toString().equals(text)) {
                throw new Malformed("field", field);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new Malformed("field", field);
        }
    }

    private static List<String> distinct(String field, List<String> values) {
        if (values.stream().distinct().count() < values.size()) {
            throw new Malformed("field", field);
        }
        return values;
    }

    static void only(Map<String, Object> json, Set<String> fields) {
        if (!json.keySet().equals(fields)) {
            var missing = new TreeSet<>(fields);
            missing.removeAll(json.keySet());
            long unknown =
                    json.keySet().stream().filter(it -> !fields.contains(it)).count();
            throw new Malformed("fields", "missing %s, and %d unknown".formatted(missing, unknown));
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

    private static String matching(String field, @Nullable Object value, Pattern allowed) {
        if (!(value instanceof String text) || !allowed.matcher(text).matches()) {
            throw new Malformed("field", field);
        }
        return text;
    }
}
