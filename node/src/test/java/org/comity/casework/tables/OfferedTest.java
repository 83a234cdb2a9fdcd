package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.assistance.PracticeAssistance;
import org.comity.casework.tables.TablesTest.Twice;
import org.comity.preservation.PracticePreservation;
import org.comity.procedure.StepsOnOffer;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.State;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered is what the table as code would give effect, in every state from which a thread goes on. */
@Tag("long")
class OfferedTest {

    private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");

    /** Of an assistance thread: they say something and move nothing; any other that leads nowhere new is not offered. */
    private static final Set<String> SAYING = Set.of(
            "supplement",
            "refuse-part",
            "status",
            "confidentiality",
            "costs",
            "consult",
            "exculpatory",
            "propose-conditions",
            "onward",
            "returned",
            "destroyed");

    static Stream<Twice> procedures() {
        return TablesTest.procedures();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void all_that_leads_on_is_offered_and_nothing_without_effect(Twice twice) {
        var steps = steps(twice);
        twice.states().stream().filter(it -> !it.isEmpty()).forEach(state -> {
            var code = twice.code().state(state);
            var node = twice.node().state(state);
            var acts = twice.acts(state);
            for (var role : Role.values()) {
                var leads = new TreeSet<String>();
                acts.stream()
                        .filter(it -> it.role().equals(role.word()))
                        .filter(it -> !leads.contains(it.type()) && offered(twice, code, state, it))
                        .forEach(it -> leads.add(it.type()));

                var offered = steps.offered(node, role, LATE).stream()
                        .filter(it -> !it.equals(SharedMoves.REDIRECT))
                        .toList();

                assertThat(offered).as("%s in %s", role, state).doesNotHaveDuplicates();
                assertThat(new TreeSet<>(offered)).as("%s in %s", role, state).isEqualTo(leads);
            }
        });
    }

    private static boolean offered(Twice twice, State from, Map<String, Object> state, ActFacts act) {
        if (!(twice.code().move(from, act) instanceof Moved(var to))) {
            return false;
        }
        if (twice.code().id().equals("assistance/1")) {
            return SAYING.contains(act.type()) || !to.json().equals(state);
        }
        // Confidentiality is settled once; after that the report comes.
        return !(act.type().equals("accept") && Set.of("Accepted", "Unable").contains((String) state.get("name")));
    }

    private static StepsOnOffer steps(Twice twice) {
        return Stream.of(PracticeAssistance.steps(), PracticePreservation.steps())
                .filter(it -> it.procedure().equals(twice.code().id()))
                .findFirst()
                .orElseThrow();
    }
}
