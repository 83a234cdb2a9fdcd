package org.comity.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.matching.NeedInRound.Readiness;
import org.comity.capacity.matching.OfferInRound.Terms;
import org.junit.jupiter.api.Test;

/** Every proposal and every need that is left has its reasons, in every language, and no reason shows what is private. */
class ExplainingRoundTest {

    private static final Terms OPEN = new Terms(Set.of(), false, true);

    @Test
    void a_proposal_says_what_it_is_each_part_and_why_it_came_first() throws IOException {
        var shorter = new DaySpan(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30));
        var explained = explaining(PlayedInput.round(
                List.of(PlayedInput.need()),
                List.of(PlayedInput.offer(), PlayedInput.on(PlayedInput.offer("O-2", "train-le", 1), shorter, OPEN))));

        var proposal = explained.proposals().getFirst();
        assertThat(said(proposal.summary(), "en")).isEqualTo("Proposed: 2 units of offer O-1 for need N-1.");
        assertThat(proposal.parts()).hasSize(FitPart.values().length);
        assertThat(said(proposal.parts().get(1), "en")).isEqualTo("Articles: 25 of 25. 2 of 2 are covered.");
        assertThat(said(proposal.priority().getFirst(), "en"))
                .isEqualTo("Priority: severity 3, waited 14 months, small island developing State. Weight 1.075.");
        assertThat(proposal.priority()).extracting(ReasonSentence::key).contains("capacity.match.first-help");
        assertThat(proposal.next()).isNotNull();
        assertThat(proposal.after()).isNull();
        for (var language : new String[] {"en", "ar"}) {
            var all = new ArrayList<>(proposal.parts());
            all.addAll(proposal.priority());
            all.add(proposal.next());
            for (var sentence : all)
                assertThat(said(sentence, language)).doesNotContain("{").isNotBlank();
        }
    }

    @Test
    void a_state_reads_why_its_gravest_need_counts_as_3_whether_placed_or_left() throws IOException {
        var all = new ArrayList<ReasonSentence>();
        var explained = explaining(
                PlayedInput.round(List.of(PlayedInput.gravest("N-1", 5, false)), List.of(PlayedInput.offer())));
        all.addAll(explained.proposals().getFirst().priority());
        all.addAll(explained.left().getFirst().forState());
        assertThat(all)
                .filteredOn(it -> it.key().equals("capacity.match.severity-unsigned"))
                .hasSize(2);
        assertThat(all).extracting(ReasonSentence::key).doesNotContain("capacity.match.severity-limit");
        for (var language : new String[] {"en", "ar"}) {
            for (var sentence : all)
                assertThat(said(sentence, language))
                        .doesNotContain("{", "capacity.")
                        .isNotBlank();
        }
    }

    /** Of a letter nobody knows how many approved it there: to say that they did not would be wrong. */
    @Test
    void of_a_gravest_need_that_came_by_letter_it_is_said_that_two_cannot_be_shown() throws IOException {
        var input = PlayedInput.round(List.of(PlayedInput.gravest("N-1", 5, false)), List.of(PlayedInput.offer()));
        var problem = RoundProblem.of(input, RoundWeights.usual("lot"));
        var explained = new ExplainingRound(input, problem, SolvingRound.of(problem), Set.of("N-1"));
        var all = new ArrayList<>(explained.proposals().getFirst().priority());
        all.addAll(explained.left().getFirst().forState());

        assertThat(all)
                .filteredOn(it -> it.key().equals("capacity.match.severity-by-letter"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(said(it, "en")).contains("cannot show that two persons approved it"))
                .allSatisfy(it -> assertThat(said(it, "ar")).contains("شخصين"));
        assertThat(all).extracting(ReasonSentence::key).doesNotContain("capacity.match.severity-unsigned");
    }

    @Test
    void who_comes_next_is_named_to_the_secretariat_alone() throws IOException {
        var explained = explaining(PlayedInput.round(
                List.of(PlayedInput.need(), PlayedInput.need("N-2", "train-le", 9, Set.of("en"))),
                List.of(PlayedInput.offer())));

        var proposal = explained.proposals().getFirst();
        assertThat(proposal.afterNeed()).isNotNull();
        assertThat(said(proposal.after(), "en")).doesNotContain("N-", "XM").contains("Its State is not shown");
    }

    @Test
    void a_need_that_is_left_says_what_stood_in_the_way_last_and_what_would_change_it() throws IOException {
        var spanish = PlayedInput.need("N-1", "train-le", 2, Set.of("es"));
        var left = explaining(PlayedInput.round(
                        List.of(spanish), List.of(PlayedInput.offer(), PlayedInput.offer("O-2", "leg", 3))))
                .left()
                .getFirst();

        assertThat(left.reason()).isEqualTo("language");
        assertThat(left.forState().stream().map(it -> said(it, "en")))
                .containsExactly(
                        "2 units have no offer: none that fits is in a language that your people follow well enough.",
                        "With interpretation: 1 offer.");
    }

    @Test
    void dates_say_by_how_many_days_they_would_have_to_move() throws IOException {
        var early = new DaySpan(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 5, 22));
        var left = explaining(PlayedInput.round(
                        List.of(PlayedInput.need()), List.of(PlayedInput.on(PlayedInput.offer(), early, OPEN))))
                .left()
                .getFirst();

        assertThat(left.days()).isEqualTo(10);
        assertThat(said(left.forState().get(1), "en")).isEqualTo("With the dates moved by 10 days: up to 1 offer.");
    }

    @Test
    void a_providers_own_rule_is_told_to_the_secretariat_and_not_to_the_state() {
        var barred = new Terms(Set.of("XM"), false, true);
        var left = explaining(PlayedInput.round(
                        List.of(PlayedInput.need()),
                        List.of(PlayedInput.on(
                                PlayedInput.offer(), PlayedInput.offer().window(), barred))))
                .left()
                .getFirst();

        assertThat(left.forState()).extracting(ReasonSentence::key).containsExactly("capacity.unmet.none-fits");
        assertThat(left.forSecretariat())
                .extracting(ReasonSentence::key)
                .containsExactly("capacity.unmet.provider-rule");
    }

    @Test
    void what_is_taken_and_what_a_state_cannot_take_up_are_told_apart() {
        var scarce = explaining(
                PlayedInput.round(List.of(PlayedInput.need()), List.of(PlayedInput.offer("O-1", "train-le", 1))));
        var full = explaining(PlayedInput.round(
                List.of(PlayedInput.need("N-1", "train-le", 9, Set.of("en"))),
                List.of(PlayedInput.offer("O-1", "train-le", 20))));

        assertThat(scarce.left()).extracting(ExplainedNeed::reason).containsExactly("taken");
        assertThat(full.left()).extracting(ExplainedNeed::reason).containsExactly("room");
    }

    /** Only the State itself is addressed: the Secretariat reads of it. */
    @Test
    void what_a_state_is_told_of_itself_the_secretariat_reads_of_the_state() {
        var full = explaining(PlayedInput.round(
                        List.of(PlayedInput.need("N-1", "train-le", 9, Set.of("en"))),
                        List.of(PlayedInput.offer("O-1", "train-le", 20))))
                .left()
                .getFirst();
        var spanish = explaining(PlayedInput.round(
                        List.of(PlayedInput.need("N-1", "train-le", 2, Set.of("es"))), List.of(PlayedInput.offer())))
                .left()
                .getFirst();

        assertThat(said(full.forState().getFirst(), "en")).contains("you have as many as one State takes up");
        for (var left : List.of(full, spanish)) {
            assertThat(said(left.forSecretariat().getFirst(), "en"))
                    .contains("the State")
                    .doesNotContain("you");
            assertThat(said(left.forSecretariat().getFirst(), "ar")).doesNotContain("{");
        }
    }

    @Test
    void the_next_best_says_in_what_it_differs_and_that_it_fits_as_well_where_it_does() {
        var alike = explaining(PlayedInput.round(
                List.of(PlayedInput.need()),
                List.of(PlayedInput.offer("O-1", "train-le", 4), PlayedInput.offer("O-2", "train-le", 4))));
        var shorter = new DaySpan(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30));
        var lower = explaining(PlayedInput.round(
                List.of(PlayedInput.need()),
                List.of(PlayedInput.offer(), PlayedInput.on(PlayedInput.offer("O-2", "train-le", 1), shorter, OPEN))));

        assertThat(said(alike.proposals().getFirst().next(), "en"))
                .matches("Next best: offer O-[12], which fits as well.");
        assertThat(said(lower.proposals().getFirst().next(), "en"))
                .contains(" lower. It differs most in dates.")
                .doesNotContain(", 0 points");
    }

    @Test
    void what_only_the_check_of_rights_holds_back_goes_to_people() {
        var open = PlayedInput.ready(
                PlayedInput.need("N-1", "lab", 1, Set.of("en")),
                new Readiness(true, true, true, false, false, true, true));
        var explained = explaining(PlayedInput.round(List.of(open), List.of(PlayedInput.offer("O-1", "lab", 1))));

        assertThat(explained.proposals()).isEmpty();
        assertThat(explained.forPeople()).containsExactly(List.of("N-1", "O-1"));
    }

    @Test
    void every_obstacle_part_and_kind_has_its_words_in_every_language() throws IOException {
        for (var language : new String[] {"en", "ar"}) {
            var words = words(language);
            for (var obstacle : Obstacle.values()) {
                assertThat(words).containsKey("capacity.unmet." + obstacle.word());
                if (obstacle.canChange()) assertThat(words).containsKey("capacity.change." + obstacle.word());
            }
            for (var part : FitPart.values()) {
                assertThat(words).containsKey("capacity.part." + part.name().toLowerCase(java.util.Locale.ROOT));
            }
            for (var kind : AssistanceKinds.all().keySet()) {
                assertThat(words).containsKey("acts.option.kind." + kind);
            }
        }
    }

    private static ExplainingRound explaining(RoundInput input) {
        var problem = RoundProblem.of(input, RoundWeights.usual("lot"));
        return new ExplainingRound(input, problem, SolvingRound.of(problem), Set.of());
    }

    private static String said(ReasonSentence sentence, String language) {
        try {
            var pattern = words(language).getProperty(sentence.key());
            return new MessageFormat(pattern, new ULocale(language)).format(sentence.slots());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/capacity_%s.properties".formatted(language)))) {
            words.load(file);
        }
        return words;
    }
}
