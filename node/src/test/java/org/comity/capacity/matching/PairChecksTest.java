package org.comity.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.matching.NeedInRound.Readiness;
import org.comity.capacity.matching.OfferInRound.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that must hold before a pair is proposed stands in the way when it does not. */
class PairChecksTest {

    private static final Terms OPEN = new Terms(Set.of(), false, true);

    @Test
    void what_fits_in_everything_is_allowed_and_another_kind_is_not() {
        assertThat(found(PlayedInput.need(), PlayedInput.offer())).isEmpty();
        assertThat(found(PlayedInput.need(), PlayedInput.offer("O-1", "leg", 4)))
                .containsExactly(Obstacle.KIND);
    }

    @Test
    void an_offer_of_a_wider_kind_serves_a_need_of_the_narrower_and_not_the_other_way_round() {
        assertThat(found(need("contact-point"), PlayedInput.offer("O-1", "mla", 4)))
                .isEmpty();
        assertThat(found(need("mla"), PlayedInput.offer("O-1", "contact-point", 4)))
                .containsExactly(Obstacle.KIND);
    }

    @Test
    void a_providers_own_rules_stand_in_the_way() {
        var window = PlayedInput.offer().window();
        assertThat(found(
                        PlayedInput.need(),
                        PlayedInput.on(PlayedInput.offer(), window, new Terms(Set.of("XM"), false, true))))
                .containsExactly(Obstacle.PROVIDER_RULE);
    }

    /** It may be this State that is meant: nobody is proposed such an offer. */
    @ParameterizedTest
    @ValueSource(strings = {"Aldoria", "ZZ", "xm", ""})
    void a_bar_that_no_program_reads_stands_in_everybodys_way(String written) {
        var bars = new Terms(Set.of("XQ", written), false, true);
        assertThat(found(
                        PlayedInput.need(),
                        PlayedInput.on(PlayedInput.offer(), PlayedInput.offer().window(), bars)))
                .containsExactly(Obstacle.BARS_UNREAD);
    }

    @Test
    void dates_that_do_not_meet_stand_in_the_way_and_one_shared_day_is_enough() {
        assertThat(found(PlayedInput.need(), until(LocalDate.of(2027, 5, 31)))).containsExactly(Obstacle.DATES);
        assertThat(found(PlayedInput.need(), until(LocalDate.of(2027, 6, 1)))).isEmpty();
    }

    @Test
    void without_a_common_language_somebody_provides_interpretation() {
        var spanish = PlayedInput.need("N-1", "train-le", 2, Set.of("es"));
        var window = PlayedInput.offer().window();

        assertThat(found(spanish, PlayedInput.offer())).containsExactly(Obstacle.LANGUAGE);
        assertThat(found(spanish, PlayedInput.on(PlayedInput.offer(), window, new Terms(Set.of(), true, true))))
                .isEmpty();
        assertThat(found(
                        PlayedInput.ready(spanish, new Readiness(true, true, true, true, true, true, true)),
                        PlayedInput.offer()))
                .isEmpty();
    }

    @Test
    void a_language_in_common_is_one_that_those_who_take_part_follow_well_enough() {
        var asks = PlayedInput.speaking(PlayedInput.offer(), "en:b2", "fr:c1");
        var low = PlayedInput.speaking(PlayedInput.need(), "en:b1", "fr:b2");

        assertThat(found(low, asks)).containsExactly(Obstacle.LANGUAGE);
        assertThat(found(PlayedInput.ready(low, new Readiness(true, true, true, true, true, true, true)), asks))
                .as("with interpretation")
                .isEmpty();
        assertThat(FitOfPair.of(low, PlayedInput.MERROW, asks).part(FitPart.LANGUAGE))
                .isEqualTo(550);
        for (var enough : List.of("en:b2", "en:c1", "en", "fr:c2")) {
            var need = PlayedInput.speaking(PlayedInput.need(), enough);
            assertThat(found(need, asks)).as(enough).isEmpty();
            assertThat(FitOfPair.of(need, PlayedInput.MERROW, asks).part(FitPart.LANGUAGE))
                    .as(enough)
                    .isEqualTo(1000);
        }
        assertThat(found(PlayedInput.speaking(PlayedInput.need(), "en:a1"), PlayedInput.offer()))
                .as("where the offer asks for none")
                .isEmpty();
    }

    /** It never stands in the way, and silence of one side is worth as much for every State. */
    @Test
    void a_legal_system_in_common_fits_better_than_none_and_who_says_nothing_stands_between() {
        var offer = PlayedInput.offer();
        assertThat(legal(PlayedInput.of(PlayedInput.need(), Set.of("common", "civil")), offer))
                .isEqualTo(1000);
        assertThat(legal(PlayedInput.need(), offer)).isZero();
        assertThat(found(PlayedInput.need(), offer)).isEmpty();
        assertThat(legal(PlayedInput.of(PlayedInput.need(), Set.of()), offer)).isEqualTo(500);
    }

    private static int legal(NeedInRound need, OfferInRound offer) {
        return FitOfPair.of(need, PlayedInput.MERROW, offer).part(FitPart.LEGAL);
    }

    @Test
    void nothing_that_can_intercept_is_proposed_without_a_law_and_somebody_who_oversees_it() {
        var intrusive = AssistanceKinds.all().values().stream()
                .filter(it -> it.intrusive())
                .map(it -> it.code())
                .toList();
        assertThat(intrusive).containsExactlyInAnyOrder("evid", "lab", "equip", "soft");
        for (var kind : intrusive) {
            for (var ready : List.of(
                    new Readiness(true, true, false, true, false, true, true),
                    new Readiness(true, true, true, false, false, true, true))) {
                assertThat(found(PlayedInput.ready(need(kind), ready), PlayedInput.offer("O-1", kind, 4)))
                        .as(kind)
                        .containsExactly(Obstacle.RIGHTS);
            }
        }
        assertThat(found(
                        PlayedInput.ready(
                                PlayedInput.need(), new Readiness(true, false, false, false, false, true, true)),
                        PlayedInput.offer()))
                .as("training needs neither")
                .isEmpty();
    }

    @Test
    void goods_need_upkeep_and_an_answer_on_export() {
        var window = PlayedInput.offer().window();
        assertThat(found(
                        PlayedInput.ready(need("equip"), new Readiness(true, false, true, true, false, true, true)),
                        PlayedInput.on(
                                PlayedInput.offer("O-1", "equip", 4), window, new Terms(Set.of(), false, false))))
                .containsExactly(Obstacle.UPKEEP, Obstacle.EXPORT);
    }

    @Test
    void what_was_declined_in_this_round_is_not_proposed_again() {
        var checks = new PairChecks(List.of(new PairAnswer("2027-1", "N-1", "XM", "O-1", 2, false)));
        assertThat(checks.between(PlayedInput.need(), PlayedInput.MERROW, PlayedInput.offer()))
                .containsExactly(Obstacle.DECLINED);
    }

    @Test
    void severity_four_counts_for_a_fifth_of_a_states_units_and_its_oldest_need_first() {
        var grave = PlayedInput.need("N-1", "leg", 2, Set.of("en"));
        var needs = List.of(
                severe("N-1", 2, LocalDate.of(2026, 1, 1)),
                severe("N-2", 1, LocalDate.of(2026, 2, 1)),
                PlayedInput.need("N-3", "leg", 7, Set.of("en")));
        var limit = SeverityLimit.of(needs);

        assertThat(limit.of(needs.get(0))).isEqualTo(4);
        assertThat(limit.of(needs.get(1))).isEqualTo(3);
        assertThat(limit.of(grave)).isEqualTo(3);
    }

    private static NeedInRound severe(String id, int units, LocalDate authenticated) {
        var need = PlayedInput.need(id, "leg", units, Set.of("en"));
        return new NeedInRound(
                id,
                "XM",
                "leg",
                need.articles(),
                units,
                4,
                need.window(),
                need.languages(),
                need.mode(),
                authenticated,
                Set.of(),
                need.readiness());
    }

    private static NeedInRound need(String kind) {
        return PlayedInput.need("N-1", kind, 2, Set.of("en"));
    }

    private static OfferInRound until(LocalDate day) {
        return PlayedInput.on(PlayedInput.offer(), new DaySpan(LocalDate.of(2027, 1, 1), day), OPEN);
    }

    private static Set<Obstacle> found(NeedInRound need, OfferInRound offer) {
        return new PairChecks(List.of()).between(need, PlayedInput.MERROW, offer);
    }
}
