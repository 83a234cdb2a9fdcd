package org.comity.commons.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/** Reads what the acts of a thread say together: the opening one, with what later ones changed, and whether it stands. */
final class RecordFromActs {

    /** @param at registered then */
    record ActContent(String type, Map<String, Object> body, Instant at) {}

    private static final Set<String> BY_AUTHOR = Set.of("submit", "amend", "still-right");

    private final Map<String, Object> said = new HashMap<>();
    private RecordState standing = RecordState.WAITS;
    private @Nullable LocalDate admitted;
    private LocalDate checked = LocalDate.EPOCH;

    /** @param acts that had effect, in their order */
    RecordFromActs(List<ActContent> acts) {
        acts.forEach(this::take);
    }

    KeptRecord of(String thread, String law, String reference, String participant) {
        return new KeptRecord(thread, law, reference, participant, standing, label(), said, admitted, checked);
    }

    private void take(ActContent act) {
        var day = act.at().atOffset(ZoneOffset.UTC).toLocalDate();
        if (BY_AUTHOR.contains(act.type())) checked = day;
        switch (act.type()) {
            case "submit" -> said.putAll(act.body());
            case "amend" -> {
                act.body().forEach((key, value) -> {
                    if (says(key, value)) said.put(key, value);
                });
                standing = RecordState.WAITS;
            }
            case "admit" -> {
                standing = RecordState.STANDS;
                admitted = day;
            }
            case "return" -> standing = RecordState.WAITS;
            case "withdraw", "set-aside" -> standing = RecordState.ENDED;
            default -> {}
        }
        said.values().removeIf(java.util.Objects::isNull);
    }

    /** What bears no label that we know is shown to nobody. */
    private TrafficLight label() {
        return said.get("label") instanceof String word
                ? TrafficLight.of(word).orElse(TrafficLight.RED)
                : TrafficLight.RED;
    }

    /** A change says only what changes; its words are about the change. */
    private static boolean says(String key, Object value) {
        return value != null
                && !key.equals("text")
                && !"".equals(value)
                && !(value instanceof List<?> list && list.isEmpty());
    }
}
