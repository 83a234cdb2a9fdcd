package org.comity.bench.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.comity.bench.NodeComparison;
import tools.jackson.databind.json.JsonMapper;

/** What a run of faults found, summed up; what was not played is named and counts for nothing. */
public record FaultsFound(long seed, List<FaultOutcome> judged) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int faults() {
        return (int) judged.stream().filter(FaultOutcome::played).count();
    }

    public int lost() {
        return sum(NodeComparison::lost);
    }

    public int twice() {
        return sum(NodeComparison::twice);
    }

    public int diverged() {
        return sum(NodeComparison::diverged);
    }

    public int unasked() {
        return sum(NodeComparison::unasked);
    }

    public int unhealed() {
        return (int) judged.stream().filter(it -> it.played() && !it.healed()).count();
    }

    public boolean holds() {
        return faults() > 0 && lost() + twice() + diverged() + unasked() + unhealed() == 0;
    }

    public String json() {
        var notPlayed = new TreeMap<String, String>();
        var why = new TreeMap<String, String>();
        var seconds = new TreeMap<String, Double>();
        for (var each : judged) {
            if (each.notPlayed() != null) notPlayed.put(each.kind(), each.notPlayed());
            if (each.unhealed() != null) why.put(each.kind(), each.unhealed());
            if (each.healed())
                seconds.put(each.kind(), Double.valueOf(String.format(Locale.ROOT, "%.1f", each.seconds())));
        }
        var all = new java.util.LinkedHashMap<String, Object>();
        all.put("seed", seed);
        all.put("faults", faults());
        all.put("acts", sum(NodeComparison::acts));
        all.put("lost", lost());
        all.put("twice", twice());
        all.put("diverged", diverged());
        all.put("unasked", unasked());
        all.put("unhealed", unhealed());
        all.put("notPlayed", notPlayed.size());
        all.put("seconds", seconds);
        all.put("whyUnhealed", why);
        all.put("whyNotPlayed", notPlayed);
        return JSON.writeValueAsString((Map<String, Object>) all);
    }

    private int sum(ToIntFunction<NodeComparison> figure) {
        return judged.stream()
                .map(FaultOutcome::registers)
                .filter(Objects::nonNull)
                .mapToInt(figure)
                .sum();
    }
}
