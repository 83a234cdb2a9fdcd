package org.comity.intelligence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.intelligence.stix.ReadingBundles;
import org.jspecify.annotations.Nullable;

/**
 * Says which objects of a collection a program asks for, as TAXII 2.1 section 3.4 has it.
 *
 * @param after those that were added later; null: all
 * @param versions any of {@code first}, {@code last} and {@code all}; {@code exactly} those of these times as well
 * @param none nothing can match
 */
record ObjectFilter(
        @Nullable Instant after,
        int limit,
        List<String> ids,
        List<String> types,
        Set<String> versions,
        List<Instant> exactly,
        boolean none) {

    /** Objects in one answer. */
    static final int MOST = 100;

    /** Values of one filter. */
    private static final int MOST_VALUES = 50;

    private static final Set<String> NAMED_VERSIONS = Set.of("all", "first", "last");

    private static final int LONGEST = 5_000;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");
    private static final long MICROS = 1_000_000;

    /** @param asked the parameters of the query; what TAXII does not name is passed over, as it says */
    static ObjectFilter of(Map<String, String> asked) {
        var after = moment("added_after", asked.get("added_after"));
        var next = asked.get("next");
        if (next != null) {
            if (!CURSOR.matcher(next).matches()) throw TaxiiRefused.unreadable("next");
            after = at(Long.parseLong(next));
        }
        var limit = asked.get("limit");
        if (limit != null && !NUMBER.matcher(limit).matches()) throw TaxiiRefused.unreadable("limit");
        var versions = values(asked, "match[version]");
        var exactly = new ArrayList<Instant>();
        versions.stream()
                .filter(it -> !NAMED_VERSIONS.contains(it))
                .forEach(it -> exactly.add(moment("match[version]", it)));
        var specified = values(asked, "match[spec_version]");
        return new ObjectFilter(
                after,
                limit == null ? MOST : Math.min(MOST, Integer.parseInt(limit)),
                values(asked, "match[id]"),
                values(asked, "match[type]"),
                versions.isEmpty()
                        ? Set.of("last")
                        : versions.stream().filter(NAMED_VERSIONS::contains).collect(Collectors.toSet()),
                List.copyOf(exactly),
                !specified.isEmpty() && !specified.contains("2.1"));
    }

    /** The same of one object. */
    ObjectFilter of(String id) {
        return new ObjectFilter(
                after, limit, List.of(id), types, versions, exactly, none || !(ids.isEmpty() || ids.contains(id)));
    }

    ObjectFilter everyVersion() {
        return new ObjectFilter(after, limit, ids, types, Set.of("all"), List.of(), none);
    }

    /** Where the page after this object goes on. */
    static String next(Instant added) {
        return Long.toString(added.getEpochSecond() * MICROS + added.getNano() / 1_000);
    }

    private static Instant at(long micros) {
        return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
    }

    private static List<String> values(Map<String, String> asked, String name) {
        var said = asked.get(name);
        if (said == null || said.isBlank()) return List.of();
        var values =
                Arrays.stream(said.split(",")).map(String::strip).distinct().toList();
        if (said.length() > LONGEST || values.size() > MOST_VALUES) throw TaxiiRefused.unreadable(name);
        return values;
    }

    private static @Nullable Instant moment(String name, @Nullable String said) {
        return said == null ? null : ReadingBundles.moment(said).orElseThrow(() -> TaxiiRefused.unreadable(name));
    }
}
