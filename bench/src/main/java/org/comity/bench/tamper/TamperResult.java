package org.comity.bench.tamper;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports what a run found. */
public final class TamperResult {

    private final long seed;
    private final PrintStream out;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int mutations;
    private int missed;
    private int withoutMeaning;

    TamperResult(long seed, PrintStream out) {
        this.seed = seed;
        this.out = out;
    }

    /** @param touched files, of which the judgement must name one */
    void judge(String kind, VerifierAnswer judgement, Set<String> touched) {
        judge(kind, judgement, judgement.refuses() && judgement.names(touched));
    }

    /** @param right it says what it should */
    void judge(String kind, VerifierAnswer judgement, boolean right) {
        mutations++;
        kinds.merge(kind, 1, Integer::sum);
        if (!right) {
            missed++;
            out.println("missed: %s, said %s".formatted(kind, judgement));
        }
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
