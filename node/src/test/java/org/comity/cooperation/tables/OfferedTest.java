package org.comity.cooperation.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.assistance.PracticeAssistance;
import org.comity.cooperation.preservation.PracticePreservation;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Entry;
import org.comity.proof.table.Said;
import org.comity.vocabulary.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered is what the table as code would give effect, in states that a thread comes to. */
class OfferedTest {

    private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");

    /** Of an assistance thread: they say something and move nothing; any other that leads nowhere new is not offered. */
    private static final Set<String> SAYING = Set.of(
            "supplement", "status", "confidentiality", "costs", "exculpatory", "propose-conditions", "onward", "returned",
            "destroyed");

    private static final String FAR = "9999-01-01T00:00:00Z";
    private static final Pattern SAID = Pattern.compile("[0-9a-f]{64}|[0-9]{4}-[^\"]*Z");

    static Stream<Tabled> procedures() {
        return Procedures.all();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void all_that_leads_on_is_offered_and_nothing_without_effect(Tabled tabled) {
        var states = new ArrayList<>(new Reachable(tabled).states());
        states.removeIf(Map::isEmpty);
        Collections.shuffle(states, new Random(42));
        for (var state : states.stream().limit(300).toList()) {
            for (var role : Role.values()) {
                var leads = tabled.types().stream()
                        .filter(it -> tabled.procedure().roles(it).contains(role))
                        .filter(it -> acts(tabled, state, it, role).anyMatch(act -> leads(tabled, state, act)))
                        .toList();

                var offered = steps(tabled).offered(tabled.node().state(state), role, LATE);

                assertThat(offered).as("%s in %s", role, state).containsExactlyInAnyOrderElementsOf(leads);
            }
        }
    }

    private static boolean leads(Tabled tabled, Map<String, Object> state, Said act) {
        var folded = tabled.move(state, act);
        if (!folded.effect().equals(Entry.EFFECTIVE)) {
            return false;
        }
        if (tabled.procedure().id().equals("assistance/1")) {
            return SAYING.contains(act.type()) || !folded.state().equals(state);
        }
        // Confidentiality is settled once; after that the report comes.
        return !(act.type().equals("accept") && Set.of("Accepted", "Unable").contains((String) state.get("name")));
    }

    /** With the end that the state has, or one that is far off; about any act that the state names, or none that it does. */
    private static Stream<Said> acts(Tabled tabled, Map<String, Object> state, String type, Role role) {
        var values = SAID.matcher(new String(CanonicalJson.write(state), UTF_8)).results().map(it -> it.group()).toList();
        return tabled.acts(type, role.word()).stream().flatMap(act -> Stream.concat(
                Stream.of(act),
                Stream.concat(values.stream(), Stream.of(FAR)).map(value -> {
                    var facts = new HashMap<>(act.facts());
                    facts.replaceAll((name, was) -> tabled.facts().get(name).is().allows(value) ? value : was);
                    return tabled.act(type, role.word(), facts);
                })));
    }

    private static StepsOnOffer steps(Tabled tabled) {
        return Stream.of(PracticeAssistance.steps(), PracticePreservation.steps())
                .filter(it -> it.procedure().equals(tabled.procedure().id()))
                .findFirst()
                .orElseThrow();
    }
}
