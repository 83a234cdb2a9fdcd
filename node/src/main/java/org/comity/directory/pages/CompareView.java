package org.comity.directory.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.directory.EntryVersions;
import org.comity.directory.ParticipantEntry;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of an entry, side by side, field by field: only what differs.
 *
 * @param act what accepting the later one signs
 */
public record CompareView(
        String id,
        EntryVersions.Version before,
        EntryVersions.Version after,
        List<Row> rows,
        String act,
        boolean passkeyRequired) {

    private static final int LONGEST = 600;

    private static final Set<String> OF_EACH_VERSION = Set.of("version", "previous", "signedAt", "profile.checked");

    /** @param field e.g. {@code profile.needs.traffic.toPreserve} */
    public record Row(
            String field, @Nullable String before, @Nullable String after) {

        /** As the page of an entry calls it; as the file does where that has no word. */
        public String label(Page page) {
            var last = field.substring(field.lastIndexOf('.') + 1);
            if (field.startsWith("profile.needs.")) {
                var dataClass = field.split("\\.")[2];
                return page.t("directory.class." + dataClass) + " · " + page.t("directory.need." + last);
            }
            if (field.startsWith("profile.provisions.")) return page.t("directory.article", "n", last);
            if (field.equals("profile.highestMarking")) return page.t("directory.us.marking");
            return Stream.of("directory." + last, "directory.demand." + last)
                    .filter(it -> field.equals(last) || field.equals("profile." + last))
                    .filter(page::has)
                    .findFirst()
                    .map(page::t)
                    .orElse(field);
        }

        public @Nullable String said(Page page, @Nullable String value) {
            return "true".equals(value)
                    ? page.t("directory.yes")
                    : "false".equals(value) ? page.t("directory.no") : value;
        }
    }

    /** What an officer decides on: each version has its number, its days and the hash of the one before. */
    static List<Row> decided(ParticipantEntry before, ParticipantEntry after) {
        return differences(before, after).stream()
                .filter(it -> !OF_EACH_VERSION.contains(it.field()))
                .toList();
    }

    static List<Row> differences(ParticipantEntry before, ParticipantEntry after) {
        var old = flat(before);
        var now = flat(after);
        var fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .filter(it -> !java.util.Objects.equals(old.get(it), now.get(it)))
                .map(it -> new Row(it, old.get(it), now.get(it)))
                .toList();
    }

    static List<Row> whole(ParticipantEntry entry) {
        return flat(entry).entrySet().stream()
                .map(it -> new Row(it.getKey(), null, it.getValue()))
                .toList();
    }

    private static Map<String, String> flat(ParticipantEntry entry) {
        var flat = new TreeMap<String, String>();
        flatten("", CanonicalJson.read(entry.json()), flat);
        return flat;
    }

    private static void flatten(String field, @Nullable Object value, Map<String, String> flat) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, each) -> flatten(field.isEmpty() ? key.toString() : field + "." + key, each, flat));
            case List<?> list
            when list.stream().anyMatch(Map.class::isInstance) -> {
                for (int n = 0; n < list.size(); n++) {
                    flatten(field + "." + name(list.get(n), n + 1), list.get(n), flat);
                }
            }
            case List<?> list ->
                flat.put(
                        field,
                        String.join("\n", list.stream().map(String::valueOf).toList()));
            case null -> flat.put(field, "");
            default -> flat.put(field, shown(value.toString()));
        }
    }

    /** Treaties go by what they are called, statements by their number. */
    private static String name(@Nullable Object each, int number) {
        var map = each instanceof Map<?, ?> known ? known : Map.of();
        var named = map.get("instrument") == null ? map.get("id") : map.get("instrument");
        return named instanceof String text ? text : Integer.toString(number);
    }

    /** Certificates and keys are compared by their fingerprint. */
    private static String shown(String text) {
        return text.length() > LONGEST && !text.contains(" ")
                ? "SHA-256 " + Digests.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : text;
    }
}
