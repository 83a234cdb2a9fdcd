package org.comity.proof.act;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.FileNames;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.form.StrictReading;

/** Reads an act, or an envelope alone, as strictly as the protocol demands. */
final class ActReading {

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Set<String> ROLES_OF_TWO = Set.of("requesting", "requested");
    private static final int LONGEST_FACT = 200;

    private ActReading() {}

    static Act act(byte[] json) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("envelope", "body"));
        var envelope = envelope(StrictReading.object(root, "envelope"));
        var body = StrictReading.object(root, "body");
        if (!envelope.body().commitsTo(CanonicalJson.write(body))) {
            throw new Malformed("body-differs", "the body is not the one that the envelope commits to");
        }
        return new Act(envelope, body);
    }

    static Envelope envelope(Map<String, Object> json) {
        StrictReading.only(
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
        var role = StrictReading.text(json, "role", ROLE);
        if (!joint && !ROLES_OF_TWO.contains(role)) {
            throw new Malformed("field", "role");
        }
        var thread = StrictReading.text(json, "thread", StrictReading.THREAD);
        if (joint != JointThread.isNameOf(thread)) {
            throw new Malformed("thread-id", "a joint thread, and no other, has an id of version 8");
        }
        if (Objects.equals(json.get("author"), json.get("addressee"))) {
            throw new Malformed("field", "addressee");
        }
        return new Envelope(
                StrictReading.text(json, "network", StrictReading.HASH),
                thread,
                StrictReading.text(json, "procedure", StrictReading.NAME),
                StrictReading.text(json, "convention", StrictReading.NAME),
                StrictReading.text(json, "type", StrictReading.NAME),
                StrictReading.text(json, "author", StrictReading.PARTICIPANT),
                joint ? Envelope.ALL_PARTIES : StrictReading.text(json, "addressee", StrictReading.PARTICIPANT),
                role,
                StrictReading.instant(json, "time"),
                after(json),
                drill,
                facts(json),
                salted(StrictReading.object(json, "body")),
                attachments(json));
    }

    private static List<String> after(Map<String, Object> json) {
        return StrictReading.distinct(
                "after",
                StrictReading.list(json, "after", Envelope.LARGEST_AFTER).stream()
                        .map(it -> StrictReading.matching("after", it, StrictReading.HASH))
                        .toList());
    }

    private static Map<String, String> facts(Map<String, Object> json) {
        var values = StrictReading.object(json, "facts");
        if (values.size() > Envelope.LARGEST_FACTS) {
            throw new Malformed("too-many", "facts");
        }
        var facts = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (!(value instanceof String text) || text.length() > LONGEST_FACT) {
                throw new Malformed("field", "facts");
            }
            facts.put(StrictReading.matching("facts", key, StrictReading.NAME), text);
        });
        return facts;
    }

    private static List<Attachment> attachments(Map<String, Object> json) {
        var attachments = StrictReading.list(json, "attachments", Envelope.LARGEST_ATTACHMENTS).stream()
                .map(ActReading::attachment)
                .toList();
        StrictReading.distinct(
                "attachments",
                attachments.stream().map(it -> FileNames.folded(it.name())).toList());
        return attachments;
    }

    private static Attachment attachment(Object value) {
        var json = StrictReading.object("attachments", value);
        StrictReading.only(json, Set.of("name", "mediaType", "size", "salt", "sha256"));
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
                new SaltedHash(
                        StrictReading.text(json, "salt", StrictReading.SALT),
                        StrictReading.text(json, "sha256", StrictReading.HASH)));
    }

    private static SaltedHash salted(Map<String, Object> json) {
        StrictReading.only(json, Set.of("salt", "sha256"));
        return new SaltedHash(
                StrictReading.text(json, "salt", StrictReading.SALT),
                StrictReading.text(json, "sha256", StrictReading.HASH));
    }
}
