package org.comity.proof.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;

/** Rule R34 of docs/protocol: effect and state are what the procedure's table gives. */
class CheckingEffectsTest {

    private static final String END = "2027-05-01T00:00:00Z";

    private final List<Act> acts = new ArrayList<>();
    private final List<SignedEntry> entries = new ArrayList<>();

    @Test
    void each_effect_and_state_holds_also_of_acts_without_effect() {
        said("request", "XA-1", Map.of());
        said("acknowledge", "XB-1", Map.of());
        said("acknowledge", "XB-1", Map.of());
        said("report-preserved", "XB-1", Map.of("until", END));
        said("extend", "XB-1", Map.of("until", END));

        assertThat(entries)
                .extracting(it -> it.entry().effect())
                .containsExactly("effective", "effective", "already-acknowledged", "effective", "not-later");
        assertThat(effects()).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.HELD);
            assertThat(it.detail()).contains("5 entries", "preservation/1");
        });
    }

    @Test
    void the_first_wrong_entry_is_named_and_no_later_one_is_accused() {
        said("request", "XA-1", Map.of());
        said("acknowledge", "XB-1", Map.of());
        said("ask", "XB-1", Map.of());
        said("answer", "XA-1", Map.of());
        lie(3, "question-open");

        assertThat(effects())
                .extracting(Check::subject, Check::code, Check::outcome)
                .containsExactly(
                        tuple("entry 3", "effect", Outcome.FAILED), tuple("register", "effects", Outcome.NOT_CHECKED));
    }

    @Test
    void a_version_without_a_table_here_is_not_checked_and_says_which() {
        said("request", "XA-1", Map.of());
        acts.replaceAll(it -> new Act(with(it.envelope(), "procedure", "preservation/99"), it.body()));
        entries.set(
                0,
                TestRegister.sign(TestRegister.entry(List.of(), acts.getFirst().id(), "00".repeat(32))));

        assertThat(effects()).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.NOT_CHECKED);
            assertThat(it.detail()).contains("preservation/99");
        });
    }

    /** A thread keeps the version that opened it, though the program knows a newer one, and the other way round. */
    @Test
    void each_version_of_a_procedure_is_folded_by_its_own_table() {
        for (var version : List.of("errand/1", "errand/2")) {
            acts.clear();
            entries.clear();
            for (var each : List.of(
                    List.of("request", "XA-1"), List.of("acknowledge", "XB-1"), List.of("acknowledge", "XB-1"))) {
                said(version, each.getFirst(), each.getLast(), Map.of());
            }
            var last = version.equals("errand/1") ? "already-acknowledged" : "effective";
            assertThat(entries).extracting(it -> it.entry().effect()).containsExactly("effective", "effective", last);
            assertThat(effects()).singleElement().satisfies(it -> {
                assertThat(it.outcome()).isEqualTo(Outcome.HELD);
                assertThat(it.detail()).contains("the table %s gives".formatted(version));
            });

            lie(3, version.equals("errand/1") ? "effective" : "already-acknowledged");
            assertThat(effects())
                    .as("as the other version has it")
                    .extracting(Check::subject, Check::code, Check::outcome)
                    .contains(tuple("entry 3", "effect", Outcome.FAILED));
        }
    }

    @Test
    void from_an_act_that_is_not_here_or_is_another_on_nothing_is_said() {
        said("request", "XA-1", Map.of());
        said("acknowledge", "XB-1", Map.of());
        var here = envelopes();
        here.put(acts.getLast().id(), with(acts.getLast().envelope(), "type", "ask"));

        assertThat(new CheckingEffects(here).check(entries)).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.NOT_CHECKED);
            assertThat(it.detail()).contains("From entry 2 on");
        });
    }

    @Test
    void no_name_of_a_procedure_reaches_beside_the_tables() {
        assertThat(MoveTable.find("../table/preservation/1")).isEmpty();
        assertThat(MoveTable.find("preservation/2")).isEmpty();
        assertThat(MoveTable.find("preservation/1")).isPresent();
        assertThat(MoveTable.find("assistance/1")).isPresent();
    }

    private void said(String type, String author, Map<String, String> facts) {
        said("preservation/1", type, author, facts);
    }

    private void said(String procedure, String type, String author, Map<String, String> facts) {
        var other = author.equals("XA-1") ? "XB-1" : "XA-1";
        var act = TestActs.act(type, author, other, List.of(), Map.of("n", acts.size()));
        acts.add(new Act(with(with(act.envelope(), "facts", facts), "procedure", procedure), act.body()));
        entries.add(TestRegister.next(entries, acts, "00".repeat(32)));
    }

    private void lie(int n, String effect) {
        var right = entries.get(n - 1).entry();
        entries.set(
                n - 1,
                TestRegister.sign(new Entry(
                        right.network(),
                        right.thread(),
                        n,
                        right.previous(),
                        right.act(),
                        right.container(),
                        right.time(),
                        effect,
                        right.state())));
    }

    private static Envelope with(Envelope envelope, String field, Object value) {
        var json = new LinkedHashMap<>(envelope.json());
        json.put(field, value);
        return Envelope.read(CanonicalJson.write(json));
    }

    private Map<String, Envelope> envelopes() {
        var all = new HashMap<String, Envelope>();
        acts.forEach(it -> all.put(it.id(), it.envelope()));
        return all;
    }

    private List<Check> effects() {
        return new CheckingEffects(envelopes()).check(entries);
    }
}
