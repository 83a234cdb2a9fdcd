package org.comity.intelligence.stix;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.intelligence.stix.IndicatorKind.NamedValue;
import org.comity.intelligence.stix.ReadIndicator.Sightings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a STIX 2.1 bundle for a table: indicators and observables, who made them, how they are marked, who saw them. */
public class ReadingBundles {

    /** Faults that are named; those beyond are counted. */
    static final int MOST_FAULTS = 50;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Set<String> OBSERVED = Set.of(
            "autonomous-system",
            "domain-name",
            "email-addr",
            "file",
            "ipv4-addr",
            "ipv6-addr",
            "mac-addr",
            "mutex",
            "url",
            "user-account",
            "windows-registry-key",
            "x509-certificate");

    /** What an observable is known by, the first that it says. */
    private static final List<String> NAMING =
            List.of("value", "name", "key", "user_id", "account_login", "display_name", "number", "serial_number");

    private final CheckingObjects checking;

    public ReadingBundles(StixSchemas schemas) {
        this.checking = new CheckingObjects(schemas);
    }

    /** @throws StixRefused if the file is no bundle, or not within bounds */
    public ReadBundle read(byte[] file) {
        var bundle = BundleFile.read(file);
        var checked = checking.check(bundle.path("objects"));
        var read = new Whole(checked.whole());
        return new ReadBundle(
                bundle.path("id").asString(""),
                read.indicators(),
                checked.faults().stream().limit(MOST_FAULTS).toList(),
                checked.left(),
                read.notShown);
    }

    /** One bundle, with what its objects say of each other. */
    private static final class Whole {

        private final List<JsonNode> objects;
        private final Map<String, String> names = new HashMap<>();
        private final ObjectMarks marks;
        private final Map<String, List<JsonNode>> sightings = new HashMap<>();
        private final Set<String> shown = new HashSet<>();
        private final TreeMap<String, Integer> notShown = new TreeMap<>();

        Whole(List<JsonNode> objects) {
            this.objects = objects;
            this.marks = new ObjectMarks(objects);
            objects.forEach(this::note);
        }

        private void note(JsonNode object) {
            var id = text(object, "id");
            switch (text(object, "type")) {
                case "identity", "location" -> names.put(id, text(object, "name"));
                case "sighting" ->
                    sightings
                            .computeIfAbsent(text(object, "sighting_of_ref"), _ -> new ArrayList<>())
                            .add(object);
                default -> {}
            }
        }

        List<ReadIndicator> indicators() {
            var rows = new ArrayList<ReadIndicator>();
            for (var object : objects) {
                var type = text(object, "type");
                if (type.equals("indicator")) {
                    rows.add(indicator(object));
                } else if (OBSERVED.contains(type)) {
                    rows.add(observable(object, type));
                }
            }
            rows.forEach(it -> shown.add(it.id()));
            objects.stream().filter(this::left).forEach(it -> notShown.merge(text(it, "type"), 1, Integer::sum));
            return List.copyOf(rows);
        }

        /** What names, marks or counts stands with what it speaks of. */
        private boolean left(JsonNode object) {
            return switch (text(object, "type")) {
                case "identity", "marking-definition", "extension-definition" -> false;
                case "sighting" -> !shown.contains(text(object, "sighting_of_ref"));
                default -> !shown.contains(text(object, "id"));
            };
        }

        private ReadIndicator indicator(JsonNode object) {
            var pattern = text(object, "pattern");
            var language = text(object, "pattern_type");
            var values =
                    language.equals("stix") ? ListedPattern.read(pattern).orElse(List.of()) : List.<NamedValue>of();
            return row(object, values, values.isEmpty() ? pattern : "", language, false);
        }

        private ReadIndicator observable(JsonNode object, String type) {
            var values = new ArrayList<NamedValue>();
            object.path("hashes")
                    .properties()
                    .forEach(it -> values.add(IndicatorKind.named(
                            type, "hashes." + it.getKey(), it.getValue().asString(""))));
            NAMING.stream()
                    .filter(it -> object.path(it).isValueNode())
                    .findFirst()
                    .ifPresent(it -> values.add(
                            IndicatorKind.named(type, it, object.path(it).asString(""))));
            return row(object, List.copyOf(values), "", "", true);
        }

        private ReadIndicator row(
                JsonNode object, List<NamedValue> values, String written, String language, boolean observed) {
            var author = text(object, "created_by_ref");
            var mark = marks.of(object);
            return new ReadIndicator(
                    text(object, "id"),
                    text(object, "name"),
                    values,
                    written,
                    language,
                    observed,
                    moment(object, "valid_from"),
                    moment(object, "valid_until"),
                    object.path("revoked").asBoolean(false),
                    names.getOrDefault(author, author),
                    mark.light(),
                    mark.unread(),
                    mark.inPart(),
                    mark.statements(),
                    seen(sightings.getOrDefault(text(object, "id"), List.of())));
        }

        private Sightings seen(List<JsonNode> all) {
            if (all.isEmpty()) return Sightings.NONE;
            long times = 0;
            var by = new LinkedHashSet<String>();
            Instant first = null;
            Instant last = null;
            for (var each : all) {
                times += each.path("count").asLong(1);
                var where = texts(each, "where_sighted_refs");
                (where.isEmpty() ? List.of(text(each, "created_by_ref")) : where)
                        .forEach(it -> by.add(names.getOrDefault(it, it)));
                var from = moment(each, "first_seen");
                var until = moment(each, "last_seen");
                if (from != null && (first == null || from.isBefore(first))) first = from;
                if (until != null && (last == null || until.isAfter(last))) last = until;
            }
            by.remove("");
            return new Sightings(times, List.copyOf(by), first, last);
        }
    }

    static String text(JsonNode object, String property) {
        return object.path(property).asString("");
    }

    static List<String> texts(JsonNode object, String property) {
        var texts = new ArrayList<String>();
        object.path(property).forEach(it -> texts.add(it.asString("")));
        return texts;
    }

    /** Of the years 1 to 9999, which STIX can write and a database can keep; null where it is none of them. */
    static @Nullable Instant moment(JsonNode object, String property) {
        return moment(text(object, property)).orElse(null);
    }

    /** Likewise. */
    public static Optional<Instant> moment(String said) {
        try {
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.parse(said)).filter(ReadingBundles::written);
        } catch (DateTimeException never) {
            return Optional.empty();
        }
    }

    private static boolean written(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(AFTER_LAST);
    }
}
