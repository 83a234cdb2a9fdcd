package org.comity.bench.tamper;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run found. */
public final class Tampered {

    private final long seed;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int mutations;
    private int missed;
    private int withoutMeaning;

    Tampered(long seed) {
        this.seed = seed;
    }

    void refused(String kind) {
        mutations++;
        kinds.merge(kind, 1, Integer::sum);
    }

    void missed(String kind) {
        refused(kind);
        missed++;
    }

    /** A ZIP has bytes that no reader reads anything from, as a file's time of day; nothing was changed then. */
    void withoutMeaning() {
        withoutMeaning++;
    }

    public int mutations() {
        return mutations;
    }

    public boolean holds() {
        return missed == 0 && mutations > 0;
    }

    public Map<String, Integer> kinds() {
        return kinds;
    }

    public String json() {
        return "{\"mutations\":%d,\"missed\":%d,\"withoutMeaning\":%d,\"seed\":%d,\"kinds\":{%s}}"
                .formatted(
                        mutations,
                        missed,
                        withoutMeaning,
                        seed,
                        kinds.entrySet().stream()
                                .map(it -> "\"%s\":%d".formatted(it.getKey(), it.getValue()))
                                .collect(Collectors.joining(",")));
    }
}
