package org.comity.cooperation.assistance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds which duties of the law data speak of which step, by their keys; an instrument without one shows none.
 */
final class DutiesOfSteps {

    private static final Map<String, List<String>> OF = Map.ofEntries(
            Map.entry("acknowledge", List.of("electronic", "timely")),
            Map.entry("supplement", List.of("questions")),
            Map.entry("ask", List.of("questions")),
            Map.entry("answer", List.of("questions")),
            Map.entry("propose-conditions", List.of("consult", "conditions", "use-limit")),
            Map.entry("accept-conditions", List.of("conditions")),
            Map.entry("decline-conditions", List.of("conditions", "consult")),
            Map.entry("accept", List.of("timely", "procedure-wished")),
            Map.entry("pass", List.of("pass-on", "timely")),
            Map.entry("executed", List.of("timely", "status")),
            Map.entry("deliver", List.of("procedure-wished", "use-limit", "safeguards", "keep-secret")),
            Map.entry("postpone", List.of("consult", "timely")),
            Map.entry("unable", List.of("timely", "status")),
            Map.entry("refuse", List.of("reasons", "consult", "fiscal", "bank-secrecy")),
            Map.entry("ask-status", List.of("status")),
            Map.entry("status", List.of("status")),
            Map.entry("matched", List.of("use-limit", "safeguards")),
            Map.entry("onward", List.of("use-limit", "onward")),
            Map.entry("returned", List.of("use-limit", "safeguards")),
            Map.entry("destroyed", List.of("use-limit", "safeguards")),
            Map.entry("no-longer-required", List.of("no-longer-required")),
            Map.entry("ask-use", List.of("use-limit", "onward")),
            Map.entry("consent-use", List.of("use-limit", "onward")),
            Map.entry("refuse-use", List.of("use-limit")),
            Map.entry("exculpatory", List.of("exculpatory")),
            Map.entry("confidentiality", List.of("keep-secret")),
            Map.entry("costs", List.of("costs")),
            Map.entry(Acts.REDIRECT, List.of("receive", "pass-on", "refer")),
            Map.entry("close", List.of("use-limit")));

    private DutiesOfSteps() {}

    static Stream<String> of(String type) {
        return OF.getOrDefault(type, List.of()).stream();
    }
}
