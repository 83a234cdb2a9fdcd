package org.comity.interception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points out a hard stop that outlasts the order or what was asked, and begins without the period of what is stored. */
@Component
class Interception implements Particulars {

    private static final Set<String> NAMES_STOP = Set.of("start", "renew");

    private final Threads threads;

    Interception(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return "interception/1";
    }

    /** Stored data lie in the past; what arises begins from now, and why that is needed is said anew. */
    @Override
    public Map<String, Object> begunFrom(RequestRow preservation, Map<String, Object> begun) {
        var whole = new HashMap<>(begun);
        whole.put("from", "");
        whole.put("until", "");
        return whole;
    }

    /** The State whose order it is decides; the program only shows it. */
    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row == null || !NAMES_STOP.contains(type)) {
            return List.of();
        }
        var stop = new BodyFields(body).instant("until");
        if (stop == null) {
            return List.of();
        }
        var pointed = new ArrayList<Pointed>();
        var ordered = newest(row, "orderedUntil", body);
        if (ordered != null && stop.isAfter(ordered)) {
            pointed.add(new Pointed("interception.caution.beyond-order", ""));
        }
        var asked = type.equals("start") ? newest(row, "until", Map.of()) : newest(row, "wishedUntil", Map.of());
        if (asked != null && stop.isAfter(asked)) {
            pointed.add(new Pointed("interception.caution.beyond-period", ""));
        }
        return pointed;
    }

    /** What was last said of it in this thread; what is being written comes after all of that. */
    private @Nullable Instant newest(RequestRow row, String key, Map<String, Object> writing) {
        return Stream.concat(
                        threads.everyAct(row.thread())
                                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                                .map(KeptAct::body),
                        Stream.of(writing))
                .flatMap(it -> Stream.ofNullable(new BodyFields(it).instant(key)))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
