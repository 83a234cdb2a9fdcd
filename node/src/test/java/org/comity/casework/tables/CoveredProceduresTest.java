package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.StoryOfActs;
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

    /** As in EveryProcedureIT; what is not played between nodes is played here, by the table alone. */
    private static final String STORIES = """
            preservation/1 happy: request, acknowledge, accept, report-preserved until=90, hold, release -> Released
            preservation/1 refused: request, acknowledge, refuse -> Refused
            preservation/1 contested: request, warn, proceed, report-preserved until=90, ask-extension, refuse-extension -> Preserved
            preservation/1 withdrawn: request, acknowledge, withdraw -> Withdrawn
            preservation/1 crossing: request, withdraw & report-preserved until=90 -> Withdrawn
            assistance/1 happy: request, acknowledge, accept, pass, executed, deliver part=whole, matched delivery=@deliver, close -> Closed
            assistance/1 refused: request, acknowledge, refuse -> Refused
            assistance/1 contested: request, propose-conditions, decline-conditions conditions=@propose-conditions, accept, deliver part=whole, not-matched delivery=@deliver, deliver part=whole, matched delivery=@deliver, close -> Closed
            assistance/1 withdrawn: request, acknowledge, no-longer-required -> NoLongerRequired
            assistance/1 crossing: request, accept, no-longer-required & deliver part=whole -> NoLongerRequired Delivered
            inquiry/1 contested: inquire, ask, answer, needs-request, A:close -> Closed
            spontaneous/1 contested: inform how=given limits=asked, decline-limits limitsOf=@inform, change-limits, accept-limits limitsOf=@change-limits, exculpatory, A:consult, close -> Closed
            disclosure/1 contested: report outcome=withheld, ask, answer, disclose, acknowledge, close -> Closed
            information/1 contested: request, ask, answer, cannot -> Unable
            emergency-data/1 contested: request, ask, answer, give part=partial, give part=whole, account, confirm, B:close -> Closed
            extradition/1 contested: request asked=extradition, ask-assurances, assure, grant terms=asked, decline-terms, keep, ask-case, decline-case, ask-case, take-case, case-outcome -> Concluded
            sentenced/1 contested: propose offer=offered, accept, confirm, A:consent consent=given, A:appoint, A:consent consent=withdrawn, refuse -> Refused
            proceedings/1 contested: propose offer=offered, ask, answer, accept, send-file, begin-case, return-case -> GivenBack
            consultation/1 contested: consult, reply, propose, suggest, A:no-agreement -> NotAgreed
            interception/1 contested: request, ask, answer, postpone, accept, start until=30, ask-renewal, refuse-renewal, deliver part=partial, not-matched delivery=@deliver, B:stop -> Stopped
            freezing/1 contested: request, frozen part=partial until=60, challenge court=brought, ask-longer, refuse-longer, intend-lift, give-reasons, keep, challenge court=decided -> Frozen
            confiscation/1 contested: request, submit, challenge court=brought, challenge court=decided, decided result=partial, executed, A:close -> Closed
            disposal/1 contested: request, offer-terms, counter-terms, accept-counter terms=@counter-terms, transfer part=whole, not-arrived, transfer part=whole, confirm, A:close -> Closed
            onward-transfer/1 contested: ask-onward, offer-terms, decline-terms offer=@offer-terms, authorise-onward, revoke-onward, B:close -> Closed
            """;

    private static final Pattern STORY = Pattern.compile("(\\S+) (\\S+): (.+) -> (.+)");
    private static final Path PAGE = House.root().resolve("docs/procedures/covered.md");

    static Stream<Story> stories() {
        return STORIES.lines().map(Story::read);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void each_act_of_a_story_has_effect_and_it_ends_where_it_says(Story story) {
        assertThat(story.ends()).contains(new Played(story.procedure()).says(story.acts(), false));
        if (story.kind().equals("crossing")) {
            assertThat(story.ends()).contains(new Played(story.procedure()).says(story.acts(), true));
        }
    }

    @Test
    void the_page_says_of_each_procedure_what_is_played_and_no_kind_is_missing() throws IOException {
        var nodes = kinds(StoryOfActs.betweenNodes().stream(), StoryOfActs::procedure, StoryOfActs::kind);
        var table = kinds(stories(), Story::procedure, Story::kind);
        var byHand = kinds(StoryOfActs.onOneNode().stream(), StoryOfActs::procedure, StoryOfActs::kind);
        var page = new StringBuilder("""
                # What is played of each procedure

                Written by `CoveredProceduresTest` (`-Dprocedures.write`). *Nodes*: between two nodes, sealed, registered and checked without them (`EveryProcedureIT`). *Table*: by the table of moves alone. The last two columns: with a State that has no node, twice, since either of the two asks. *By letter* each act of ours is made a letter and posted, and each of theirs is written down by an officer on the page for it (`EveryProcedureByLetterTest`). *From a seat* persons of that State say theirs on its own pages with their passkeys; what they ask first comes by letter (`EveryProcedureFromSeatTest`). There nothing crosses.

                | procedure | happy | refused | contested | withdrawn | crossing | by letter | from a seat |
                |---|---|---|---|---|---|---|---|
                """);
        for (var procedure : new TreeSet<>(PracticeFiles.betweenTwo())) {
            page.append("| ").append(procedure).append(" |");
            for (var kind : KINDS) {
                boolean between = nodes.getOrDefault(procedure, List.of()).contains(kind);
                boolean alone = table.getOrDefault(procedure, List.of()).contains(kind);
                assertThat(between || alone)
                        .as("%s %s is played nowhere", procedure, kind)
                        .isTrue();
                page.append(between ? " nodes |" : " table |");
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

    private static <T> Map<String, List<String>> kinds(
            Stream<T> stories, Function<T, String> procedure, Function<T, String> kind) {
        return stories.collect(Collectors.groupingBy(procedure, Collectors.mapping(kind, Collectors.toList())));
    }

    /** @param ends states that it may end in */
    record Story(String procedure, String kind, String acts, List<String> ends) {

        static Story read(String line) {
            var found = STORY.matcher(line);
            assertThat(found.matches()).as(line).isTrue();
            return new Story(
                    found.group(1),
                    found.group(2),
                    found.group(3),
                    List.of(found.group(4).split(" ")));
        }

        @Override
        public String toString() {
            return procedure + " " + kind;
        }
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

        String says(String acts, boolean turned) {
            for (var step : acts.split(", ")) {
                var both = new ArrayList<>(List.of(step.split(" & ")));
                if (turned) java.util.Collections.reverse(both);
                act(both.getFirst(), true);
                both.stream().skip(1).forEach(it -> act(it, false));
            }
            return String.valueOf(state.get("name"));
        }

        private void act(String said, boolean mustCount) {
            var words = said.split(" ");
            var type = words[0].substring(words[0].indexOf(':') + 1);
            var by = table.steps().get(type).by();
            var role = words[0].startsWith("A:")
                    ? "requesting"
                    : words[0].startsWith("B:") ? "requested" : by.iterator().next();
            var facts = new HashMap<String, String>();
            for (int i = 1; i < words.length; i++) {
                var fact = words[i].split("=");
                facts.put(fact[0], value(fact[1]));
            }
            var id = "%064x".formatted(++n);
            var folded = table.fold(state, new ActFacts(id, type, role, facts));
            if (mustCount) {
                assertThat(folded.effect()).as(said).isEqualTo(MoveTable.EFFECTIVE);
            }
            state = folded.state();
            newest.put(type, id);
        }

        private String value(String said) {
            if (said.startsWith("@")) {
                return newest.getOrDefault(said.substring(1), "");
            }
            return said.matches("[0-9]+")
                    ? NOON.plusSeconds(86_400L * Integer.parseInt(said)).toString()
                    : said;
        }
    }
}
