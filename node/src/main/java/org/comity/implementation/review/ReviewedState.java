package org.comity.implementation.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.Publication;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.BodyFields;

/**
 * What the thread of a State that is reviewed says: how far it is, what it plans, and who may read which of it.
 *
 * @param acts that had effect, in their order; the opening one first
 */
record ReviewedState(RequestRow row, List<ActContent> acts) {

    static final String EVERYBODY = "everybody";
    static final String PARTICIPANTS = "participants";

    private static final String NOBODY = "nobody";
    private static final String ALL = "all";
    private static final List<String> LONGEST_FIRST = List.of("responses", "observations", "plan");

    /** As long as nothing of a State is published while it says no more than that it was asked. */
    private static final List<String> NOTHING_TO_SHOW = List.of("Invited", "Declined", "Stopped", "Withdrawn");

    /** Which act leads to a step: its day is told, never that of whatever was said beside it. */
    private static final Map<String, String> REACHED_BY = Map.of(
            "Agreed", "agree",
            "Given", "give",
            "Observed", "hand-on",
            "Answered", "respond",
            "Planned", "plan",
            "Closed", "close");

    ReviewedState {
        acts = List.copyOf(acts);
    }

    boolean reviewed() {
        return opening().text("part").equals("reviewed");
    }

    String round() {
        return opening().text("round");
    }

    /** Its last word on it; until it says one, nobody but those who take part. */
    String readers() {
        if (NOTHING_TO_SHOW.contains(row.state())) return NOBODY;
        return last("show").map(it -> it.text("readers")).orElse(NOBODY);
    }

    /** What a board may say of it to whom it chose; nothing is said of days that passed. */
    Map<String, Object> body(String state) {
        var body = new TreeMap<String, Object>();
        body.put("kind", "state");
        body.put("title", state);
        body.put("round", round());
        body.put("step", row.state());
        body.put("day", reached().toString());
        var shown = last("show").map(it -> it.text("shown")).orElse("steps");
        if (!shown.equals("steps")) {
            last("plan").ifPresent(it -> body.put("plan", plan(it)));
        }
        if (shown.equals(ALL)) {
            var observations = said("hand-on", "what", "observation");
            if (!observations.isEmpty()) body.put("observations", observations);
            var responses = acts.stream()
                    .filter(it -> it.type().equals("respond"))
                    .map(it -> it.text("to") + ": " + it.text("text"))
                    .toList();
            if (!responses.isEmpty()) body.put("responses", responses);
        }
        return fitting(body);
    }

    /** A board takes so much and no more: what is longer is named there, and the rest of the State's choice still stands. */
    private static Map<String, Object> fitting(Map<String, Object> body) {
        var longer = new ArrayList<String>();
        for (var part : LONGEST_FIRST) {
            if (Publication.fits(body)) break;
            if (body.remove(part) != null) {
                longer.add(part);
                body.put("tooLong", List.copyOf(longer));
            }
        }
        return body;
    }

    /** Steps of its plan whose day passed and of which it did not say that they are done or dropped. */
    long past(LocalDate today) {
        var over = new HashSet<String>();
        acts.stream()
                .filter(it -> it.type().equals("report"))
                .flatMap(it -> it.rows("done").stream())
                .filter(it -> !"going".equals(it.get("how")))
                .forEach(it -> over.add(String.valueOf(it.get("what")).strip()));
        return last("plan").map(it -> it.rows("steps")).orElse(List.of()).stream()
                .filter(it -> !over.contains(String.valueOf(it.get("what")).strip()))
                .map(it -> new BodyFields(it).day("until"))
                .filter(it -> it != null && today.isAfter(it))
                .count();
    }

    private LocalDate reached() {
        return last(REACHED_BY.getOrDefault(row.state(), ""))
                .orElse(opening())
                .at()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private ActContent opening() {
        return acts.getFirst();
    }

    private Optional<ActContent> last(String type) {
        return acts.stream().filter(it -> it.type().equals(type)).reduce((_, later) -> later);
    }

    private List<String> said(String type, String key, String value) {
        return acts.stream()
                .filter(it -> it.type().equals(type) && it.text(key).equals(value))
                .map(it -> it.text("text"))
                .toList();
    }

    private static List<Map<String, Object>> plan(ActContent plan) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var row : plan.rows("steps")) {
            var step = new TreeMap<String, Object>();
            step.put("what", String.valueOf(row.get("what")));
            step.put("who", String.valueOf(row.get("who")));
            step.put("due", String.valueOf(row.get("until")));
            steps.add(step);
        }
        return steps;
    }
}
