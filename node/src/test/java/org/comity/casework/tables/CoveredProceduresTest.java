package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.StoryOfActs;
import org.comity.procedure.file.StoryOfActs.Said;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each procedure between two States ends well, is refused, is contested, is withdrawn, and has acts that cross. The page
 * says which of these are played between nodes, and what is played by letter and from a seat.
 */
class CoveredProceduresTest {

    private static final List<String> KINDS = List.of("happy", "refused", "contested", "withdrawn", "crossing");

    private static final Path PAGE = House.root().resolve("docs/procedures/covered.md");

    static Stream<StoryOfActs> stories() {
        return Stream.concat(StoryOfActs.betweenNodes().stream(), StoryOfActs.toProviders().stream());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void each_act_of_a_story_has_effect_and_it_ends_where_it_says(StoryOfActs story) {
        assertThat(story.ends()).contains(new Played(story.procedure()).says(story.acts(), false));
        if (story.kind().equals("crossing")) {
            assertThat(story.ends()).contains(new Played(story.procedure()).says(story.acts(), true));
        }
    }

    @Test
    void the_page_says_of_each_procedure_what_is_played_and_no_kind_is_missing() throws IOException {
        var nodes = kinds(stories());
        var byHand = kinds(StoryOfActs.onOneNode().stream());
        var page = new StringBuilder("""
                # What is played of each procedure

                Written by `CoveredProceduresTest` (`-Dprocedures.write`). *Nodes*: between two nodes, sealed, registered and checked without them (`ProcedureStoriesIT`; in each run as many as end well and say each kind of field, all with `./comity test --full`). In each run the tables of moves alone say of every one of them that each of its acts has effect. The last two columns: with a State that has no node, twice, since either of the two asks. *By letter* each act of ours is made a letter and posted, and each of theirs is written down by an officer on the page for it (`EveryProcedureByLetterTest`). *From a seat* persons of that State say theirs on its own pages with their passkeys; what they ask first comes by letter (`EveryProcedureFromSeatTest`). There nothing crosses. *Table*: an order to a service provider, which needs no node; it is played by letter and from a seat in every way but the last, and by its table alone in that.

                | procedure | happy | refused | contested | withdrawn | crossing | by letter | from a seat |
                |---|---|---|---|---|---|---|---|
                """);
        var walked = new TreeSet<>(PracticeFiles.betweenTwo());
        walked.addAll(PracticeFiles.toProviders());
        for (var procedure : walked) {
            page.append("| ").append(procedure).append(" |");
            for (var kind : KINDS) {
                assertThat(nodes.getOrDefault(procedure, List.of()))
                        .as("%s %s is played nowhere", procedure, kind)
                        .contains(kind);
                page.append(PracticeFiles.toProviders().contains(procedure) ? " table |" : " nodes |");
            }
            var both = byHand.getOrDefault(procedure, List.of());
            assertThat(both).as(procedure).contains("happy", "refused");
            page.append((" " + String.join(", ", both) + " |").repeat(2)).append("\n");
        }
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("write it anew with -Dprocedures.write").hasContent(page.toString());
    }

    @Test
    void few_stories_say_each_kind_of_field_that_all_of_them_say() {
        var all = StoryOfActs.betweenNodes();
        var few = StoryOfActs.fewestWithEachKindOfField(all);

        assertThat(few).hasSizeLessThan(all.size()).doesNotHaveDuplicates();
        assertThat(few.stream().flatMap(it -> it.kindsOfFields().stream()))
                .containsAll(
                        all.stream().flatMap(it -> it.kindsOfFields().stream()).toList());
    }

    private static Map<String, List<String>> kinds(Stream<StoryOfActs> stories) {
        return stories.collect(Collectors.groupingBy(
                StoryOfActs::procedure, Collectors.mapping(StoryOfActs::kind, Collectors.toList())));
    }

    /** A thread by its table alone. */
    private static final class Played {

        private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

        private final MoveTable table;
        private final Map<String, String> newest = new HashMap<>();
        private Map<String, Object> state = MoveTable.NOTHING_YET;
        private int n;

        Played(String procedure) {
            table = MoveTable.find(procedure).orElseThrow();
        }

        String says(List<List<Said>> acts, boolean turned) {
            for (var step : acts) {
                var both = turned ? step.reversed() : step;
                act(both.getFirst(), true);
                both.stream().skip(1).forEach(it -> act(it, false));
            }
            return String.valueOf(state.get("name"));
        }

        private void act(Said said, boolean mustCount) {
            var facts = new HashMap<>(said.says());
            facts.replaceAll((_, value) -> value(value));
            var id = "%064x".formatted(++n);
            var role = said.requesting() ? "requesting" : "requested";
            var folded = table.fold(state, new ActFacts(id, said.type(), role, facts));
            if (mustCount) {
                assertThat(folded.effect()).as("%s", said).isEqualTo(MoveTable.EFFECTIVE);
            }
            state = folded.state();
            newest.put(said.type(), id);
        }

        private String value(String said) {
            return switch (said.charAt(0)) {
                case '@' -> newest.getOrDefault(said.substring(1), "");
                case '+' -> NOON.plus(Duration.ofDays(Integer.parseInt(said))).toString();
                default -> said;
            };
        }
    }
}
