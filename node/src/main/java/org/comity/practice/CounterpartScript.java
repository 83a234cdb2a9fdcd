package org.comity.practice;

import java.util.List;
import java.util.Map;

/** What the scripted counterpart says, in the order in which it prefers to say it. */
final class CounterpartScript {

    private static final Map<String, Object> NOTHING = Map.of();

    /**
     * @param state only there; empty: wherever it is offered
     * @param again it may be said more than once in a thread
     */
    record Line(String act, String state, boolean again, Map<String, Object> body, Map<String, Object> facts) {}

    private static final List<Line> KEEPS = List.of(
            once("acknowledge", NOTHING),
            once("accept", Map.of("confidentiality", "can-keep")),
            new Line("extend", "ExtensionAsked", true, NOTHING, Map.of("until", "{now+P180D}")),
            new Line(
                    "report-preserved",
                    "",
                    false,
                    Map.of(
                            "preservedAt",
                            "{now}",
                            "kept",
                            "All records of what was asked.",
                            "dataClasses",
                            List.of("traffic")),
                    Map.of("until", "{now+P90D}")));

    private static final List<Line> GIVES = List.of(
            once("acknowledge", NOTHING),
            once("status", Map.of("text", "The court decides this week.")),
            once("accept", NOTHING),
            once("pass", Map.of("executing", "The court in charge")),
            new Line(
                    "deliver",
                    "",
                    false,
                    Map.of(
                            "items", List.of("{item}"),
                            "record", "Disclosed by the provider on an order of the court.",
                            "executedBy", "The court in charge",
                            "certificate", "here",
                            "certified", "I hold these data and certify that the copy is true."),
                    Map.of("part", "whole")));

    private static final List<Line> ASKS = List.of(new Line(
            "answer",
            "FactsAsked",
            true,
            Map.of("text", "As our file says: the account was used from there, in UTC."),
            NOTHING));

    private static final List<Line> TAKES = List.of(
            new Line("answer", "", true, Map.of("text", "As our file says."), NOTHING),
            new Line(
                    "accept-conditions",
                    "ConditionsProposed",
                    true,
                    NOTHING,
                    Map.of("conditions", "{act:propose-conditions}")));

    private CounterpartScript() {}

    static List<Line> of(String procedure, String ourRole) {
        boolean asked = ourRole.equals("requested");
        return switch (procedure) {
            case "preservation/1" -> asked ? KEEPS : ASKS;
            case "assistance/1" -> asked ? GIVES : TAKES;
            default -> List.of();
        };
    }

    private static Line once(String act, Map<String, Object> body) {
        return new Line(act, "", false, body, NOTHING);
    }
}
