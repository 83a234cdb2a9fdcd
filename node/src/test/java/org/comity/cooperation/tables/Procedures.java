package org.comity.cooperation.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.cooperation.assistance.PracticeAssistance;
import org.comity.cooperation.preservation.PracticePreservation;
import org.comity.cooperation.tables.Tabled.Given;
import org.comity.proof.Digests;
import org.comity.proof.table.Fact;
import org.comity.proof.table.Question;
import org.comity.proof.table.Table;

/** Every procedure in every version, with what tells its cells apart. A new one is one more method here. */
final class Procedures {

    static final String NAMED = "aa".repeat(32);
    static final String ANOTHER = "cc".repeat(32);
    private static final List<String> STAGES = List.of(
            "Requested", "Received", "Postponed", "Unable", "Accepted", "InExecution", "StepsPending", "PartlyDelivered",
            "Delivered", "Refused", "NoLongerRequired", "Closed");

    private Procedures() {}

    static Stream<Tabled> all() {
        return Stream.of(preservation(), assistance());
    }

    private static Tabled preservation() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("state", new Question.Is("name"));
        questions.put("resume", new Question.Is("resume.name"));
        questions.put("end", new Question.When("until", "until"));
        questions.put("resume-end", new Question.When("resume.until", "until"));
        var facts = new LinkedHashMap<String, Given>();
        facts.put(
                "until",
                new Given(
                        new Fact.AnInstant(),
                        List.of("2027-03-02T12:00:00Z", "2027-03-01T12:00:00Z", "2027-03-03T12:00:00.5Z")));
        var bare = new Tabled(
                PracticePreservation.byCode(),
                PracticePreservation.procedure(),
                PracticePreservation.types(),
                questions,
                facts,
                List.of());
        return new Tabled(bare.procedure(), bare.node(), bare.types(), questions, facts, new Reachable(bare).states());
    }

    private static Tabled assistance() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("stage", new Question.Is("stage"));
        questions.put("conditions", new Question.Names("conditions", "conditions"));
        questions.put("asked", new Question.Is("asked"));
        questions.put("status-asked", new Question.Is("statusAsked"));
        questions.put("unmatched", new Question.Count("unmatched", 50));
        questions.put("delivery", new Question.Has("unmatched", "delivery", "received"));
        questions.put("part", new Question.Said("part"));
        questions.put("uses", new Question.Count("uses", 50));
        questions.put("use", new Question.Has("uses", "use", null));
        questions.put("deliveries", new Question.Count("deliveries", Long.MAX_VALUE));
        var facts = new LinkedHashMap<String, Given>();
        for (var each : List.of("conditions", "delivery", "use")) {
            facts.put(each, new Given(new Fact.AnAct(), List.of(NAMED, "bb".repeat(32))));
        }
        facts.put("part", new Given(new Fact.OneOf(Set.of("partial", "whole")), List.of("partial", "whole")));
        return new Tabled(
                PracticeAssistance.byCode(),
                PracticeAssistance.procedure(),
                PracticeAssistance.types(),
                questions,
                facts,
                assistanceStates());
    }

    /** Nothing is unmatched and no use is asked before something was delivered. */
    private static List<Map<String, Object>> assistanceStates() {
        var unmatched = List.of(
                List.of(), List.of(delivery(NAMED, false)), List.of(delivery(NAMED, true)),
                with(deliveries(), delivery(ANOTHER, false)),
                with(deliveries(), delivery(NAMED, false)),
                with(deliveries(), delivery(NAMED, true)));
        var uses = List.of(List.of(), List.of(NAMED), acts(50), with(acts(49), NAMED));
        var states = List.<Map<String, Object>>of(Map.of());
        states = by(states, "stage", STAGES);
        states = by(states, "conditions", List.of("", NAMED));
        states = by(states, "asked", List.of(false, true));
        states = by(states, "consulted", List.of(false, true));
        states = by(states, "statusAsked", List.of(false, true));
        var nothing = List.of(List.of());
        var before = by(by(by(states, "deliveries", List.of(0L)), "unmatched", nothing), "uses", nothing);
        var after = by(by(by(states, "deliveries", List.of(3L)), "unmatched", unmatched), "uses", uses);
        var all = new ArrayList<Map<String, Object>>(List.of(Table.NOTHING_YET));
        var procedure = PracticeAssistance.byCode();
        for (var each : Stream.concat(before.stream(), after.stream()).toList()) {
            each.put("bound", each.get("consulted"));
            all.add(procedure.state(each).json());
        }
        return all;
    }

    private static List<Map<String, Object>> by(List<Map<String, Object>> states, String field, List<?> values) {
        return states.stream()
                .flatMap(state -> values.stream().map(value -> {
                    var more = new LinkedHashMap<>(state);
                    more.put(field, value);
                    return (Map<String, Object>) more;
                }))
                .toList();
    }

    private static Map<String, Object> delivery(String act, boolean received) {
        return Map.of("act", act, "received", received);
    }

    private static List<Object> deliveries() {
        return acts(49).stream().map(it -> (Object) delivery((String) it, false)).toList();
    }

    private static List<Object> acts(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> (Object) Digests.sha256(new byte[] {(byte) it}))
                .toList();
    }

    private static List<Object> with(List<Object> some, Object more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
