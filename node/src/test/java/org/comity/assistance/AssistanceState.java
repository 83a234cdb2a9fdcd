package org.comity.assistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.thread.Procedure;

/**
 * Where a request for assistance stands (Art. 40 and 44). {@link AssistanceMove} holds the whole table.
 *
 * @param asked a question of the requested State Party is open, Art. 40(16)
 * @param conditions act that proposed the conditions now open, Art. 40(28); empty if none are
 * @param consulted conditions were proposed at least once
 * @param bound conditions were accepted
 * @param statusAsked a question on progress waits for its answer, Art. 40(26)
 * @param deliveries how many there were
 * @param unmatched acts that delivered and whose items are not matched yet, oldest first
 * @param uses acts that asked for a wider use and wait for an answer, Art. 40(19), oldest first
 */
record AssistanceState(
        AssistanceStage stage,
        boolean asked,
        String conditions,
        boolean consulted,
        boolean bound,
        boolean statusAsked,
        int deliveries,
        List<Delivery> unmatched,
        List<String> uses)
        implements Procedure.State {

    /** What one act delivered; {@code received} once its items have arrived whole, which is not yet matched. */
    record Delivery(String act, boolean received) {}

    /** More at a time would make the state grow without bound; what is matched or answered makes room. */
    static final int MOST_OPEN = 50;

    AssistanceState {
        unmatched = List.copyOf(unmatched);
        uses = List.copyOf(uses);
    }

    static AssistanceState requested() {
        return new AssistanceState(AssistanceStage.REQUESTED, false, "", false, false, false, 0, List.of(), List.of());
    }

    /** What is open between the States comes first, since somebody must answer it. */
    @Override
    public String name() {
        if (stage.pending() && consulting()) {
            return "ConditionsProposed";
        }
        return stage.pending() && asked ? "FactsAsked" : stage.title();
    }

    @Override
    public boolean ended() {
        return stage.ended();
    }

    boolean consulting() {
        return !conditions.isEmpty();
    }

    Optional<Delivery> unmatched(String act) {
        return unmatched.stream().filter(it -> it.act().equals(act)).findFirst();
    }

    AssistanceState at(AssistanceStage to) {
        return new AssistanceState(to, asked, conditions, consulted, bound, statusAsked, deliveries, unmatched, uses);
    }

    /** An ending leaves nothing open about the request itself; deliveries and uses live on. */
    AssistanceState ending(AssistanceStage to) {
        return new AssistanceState(to, false, "", consulted, bound, false, deliveries, unmatched, uses);
    }

    AssistanceState asking(boolean open) {
        return new AssistanceState(stage, open, conditions, consulted, bound, statusAsked, deliveries, unmatched, uses);
    }

    AssistanceState proposing(String act) {
        return new AssistanceState(stage, asked, act, true, bound, statusAsked, deliveries, unmatched, uses);
    }

    /** Nothing is proposed any more; what was accepted stays. */
    AssistanceState settling(boolean accepted) {
        return new AssistanceState(
                stage, asked, "", consulted, bound || accepted, statusAsked, deliveries, unmatched, uses);
    }

    AssistanceState statusAsked(boolean open) {
        return new AssistanceState(stage, asked, conditions, consulted, bound, open, deliveries, unmatched, uses);
    }

    AssistanceState delivering(String act) {
        var more = new ArrayList<>(unmatched);
        more.add(new Delivery(act, false));
        return new AssistanceState(stage, asked, conditions, consulted, bound, statusAsked, deliveries + 1, more, uses);
    }

    AssistanceState receiving(String act) {
        var now = unmatched.stream()
                .map(it -> it.act().equals(act) ? new Delivery(act, true) : it)
                .toList();
        return new AssistanceState(stage, asked, conditions, consulted, bound, statusAsked, deliveries, now, uses);
    }

    AssistanceState without(String delivery) {
        var left = unmatched.stream().filter(it -> !it.act().equals(delivery)).toList();
        return new AssistanceState(stage, asked, conditions, consulted, bound, statusAsked, deliveries, left, uses);
    }

    AssistanceState askingUse(String act) {
        var more = new ArrayList<>(uses);
        more.add(act);
        return new AssistanceState(
                stage, asked, conditions, consulted, bound, statusAsked, deliveries, unmatched, more);
    }

    AssistanceState answeringUse(String act) {
        var left = uses.stream().filter(it -> !it.equals(act)).toList();
        return new AssistanceState(
                stage, asked, conditions, consulted, bound, statusAsked, deliveries, unmatched, left);
    }

    @Override
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name());
        json.put("stage", stage.title());
        json.put("asked", asked);
        json.put("conditions", conditions);
        json.put("consulted", consulted);
        json.put("bound", bound);
        json.put("statusAsked", statusAsked);
        json.put("deliveries", (long) deliveries);
        json.put(
                "unmatched",
                unmatched.stream()
                        .map(it -> Map.<String, Object>of("act", it.act(), "received", it.received()))
                        .toList());
        json.put("uses", uses);
        return json;
    }

    @SuppressWarnings("unchecked")
    static AssistanceState of(Map<String, Object> json) {
        return new AssistanceState(
                AssistanceStage.of((String) json.get("stage")),
                (boolean) json.get("asked"),
                (String) json.get("conditions"),
                (boolean) json.get("consulted"),
                (boolean) json.get("bound"),
                (boolean) json.get("statusAsked"),
                ((Number) json.get("deliveries")).intValue(),
                ((List<Map<String, Object>>) json.get("unmatched"))
                        .stream()
                                .map(it -> new Delivery((String) it.get("act"), (boolean) it.get("received")))
                                .toList(),
                (List<String>) json.get("uses"));
    }
}
