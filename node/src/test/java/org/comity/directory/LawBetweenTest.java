package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.LawBetween.Bond.BINDING;
import static org.comity.directory.LawBetween.Bond.NOT_BETWEEN;
import static org.comity.directory.LawBetween.Bond.NOT_STATED;
import static org.comity.directory.LawBetween.Bond.NOT_YET;
import static org.comity.directory.LawBetween.Bond.PRACTICE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.LawBetween.Shared;
import org.comity.directory.TreatyEntry.Kind;
import org.comity.directory.TreatyEntry.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What binds a pair of States, by both entries and the law data. */
class LawBetweenTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final LocalDate FORTIETH = LocalDate.of(2027, 3, 1);
    private static final LocalDate IN_FORCE = LocalDate.of(2027, 5, 30);
    private static final Statement RESERVED =
            new Statement(Kind.RESERVATION, "42(5)", List.of("outside"), "Ours.", LocalDate.of(2027, 1, 1));

    @Test
    void the_convention_binds_nobody_before_forty_deposits_whatever_entries_say() {
        var between = earnest(39, TODAY, party("uncc", "2026-01-01"), party("uncc", "2026-01-01"));

        assertThat(between.treaty("uncc").orElseThrow()).satisfies(it -> {
            assertThat(it.bond()).isEqualTo(NOT_YET);
            assertThat(it.from()).isNull();
            assertThat(it.offered()).isFalse();
        });
    }

    @Test
    void it_binds_both_from_the_ninetieth_day_after_the_fortieth_and_not_a_day_before() {
        var entries = party("uncc", null);

        assertThat(earnest(40, IN_FORCE.minusDays(1), entries, entries)
                        .treaty("uncc")
                        .orElseThrow()
                        .bond())
                .isEqualTo(NOT_YET);
        assertThat(earnest(40, IN_FORCE, entries, entries).treaty("uncc").orElseThrow())
                .satisfies(it -> {
                    assertThat(it.bond()).isEqualTo(BINDING);
                    assertThat(it.from()).isEqualTo(IN_FORCE);
                });
    }

    @Test
    void who_joined_later_is_bound_later_and_so_are_the_two() {
        var late = earnest(40, TODAY, party("uncc", null), party("uncc", "2027-06-02"));

        assertThat(late.treaty("uncc").orElseThrow().bond()).isEqualTo(NOT_YET);
        assertThat(late.treaty("uncc").orElseThrow().from()).isEqualTo(LocalDate.of(2027, 6, 2));
    }

    @Test
    void a_practice_date_makes_it_practice_and_never_binding() {
        var between = practice(party("uncc", "2027-01-01"), party("uncc", "2027-02-01"));

        assertThat(between.treaty("uncc").orElseThrow().bond()).isEqualTo(PRACTICE);
        assertThat(between.treaty("uncc").orElseThrow().from()).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(practice(party("uncc", "2027-01-01"), party("uncc", "2027-06-02"))
                        .treaty("uncc")
                        .orElseThrow()
                        .bond())
                .isEqualTo(NOT_YET);
    }

    @Test
    void who_says_which_treaties_bind_it_is_not_bound_by_another() {
        var between = practice(party("budapest", "2020-01-01"), party("uncc", "2027-01-01"));

        assertThat(between.treaty("budapest").orElseThrow().bond()).isEqualTo(NOT_BETWEEN);
        assertThat(between.treaty("budapest").orElseThrow().silent())
                .extracting(Participant::id)
                .containsExactly("XB-1");
    }

    @Test
    void an_entry_that_says_nothing_of_treaties_leaves_it_open_and_offered() {
        var between = practice(party("budapest", "2020-01-01"), listing());

        assertThat(between.treaty("budapest").orElseThrow().bond()).isEqualTo(NOT_STATED);
        assertThat(between.treaty("budapest").orElseThrow().offered()).isTrue();
    }

    @Test
    void what_either_declared_is_told_with_its_author() {
        var ours = profile(List.of(new TreatyEntry("uncc", null, List.of(RESERVED))), null);

        assertThat(practice(ours, party("uncc", null))
                        .treaty("uncc")
                        .orElseThrow()
                        .statements())
                .containsExactly(new LawBetween.Said(us(ours), RESERVED));
    }

    @Test
    void a_treaty_that_both_name_governs_from_the_later_day() {
        var between = practice(
                agreeing(agreement("XB", "2012-01-01", "treaty")), agreeing(agreement("XA", "2013-01-01", "treaty")));

        assertThat(between.agreements()).singleElement().satisfies(it -> {
            assertThat(it.both()).isTrue();
            assertThat(it.since()).isEqualTo(LocalDate.of(2013, 1, 1));
        });
        assertThat(between.govern()).hasSize(1);
    }

    @Test
    void one_of_them_alone_cannot_bind_the_other_nor_put_a_treaty_aside() {
        var alone = practice(agreeing(agreement("XB", "2012-01-01", "treaty")), agreeing());
        assertThat(alone.agreements()).extracting(Shared::both).containsExactly(false);
        assertThat(alone.govern()).isEmpty();

        var theirs = practice(agreeing(), agreeing(agreement("XA", "2012-01-01", "treaty")));
        assertThat(theirs.agreements()).extracting(it -> it.by().id()).containsExactly("XB-1");

        var one = practice(
                agreeing(agreement("XB", "2012-01-01", "convention")),
                agreeing(agreement("XA", "2012-01-01", "treaty")));
        assertThat(one.govern()).hasSize(1);
        var two = practice(
                agreeing(agreement("XB", "2012-01-01", "convention")),
                agreeing(agreement("XA", "2012-01-01", "convention")));
        assertThat(two.govern()).isEmpty();
        assertThat(two.putAside(two.agreements().getFirst().agreement())).isTrue();
    }

    @Test
    void a_treaty_with_others_is_none_between_us() {
        var between = practice(
                agreeing(agreement("XC", "2012-01-01", "treaty")), agreeing(agreement("XC", "2012-01-01", "treaty")));

        assertThat(between.agreements()).isEmpty();
    }

    @Test
    void a_treaty_open_to_many_is_between_us_where_both_name_it() {
        assertThat(practice(agreeing(open()), agreeing(open())).govern()).hasSize(1);
        assertThat(practice(agreeing(open()), agreeing()).agreements()).isEmpty();
    }

    @Test
    void the_paragraph_on_other_treaties_comes_from_the_law_data() {
        assertThat(practice(agreeing(), agreeing()).rule().ref()).isEqualTo("40(7)");
    }

    private static LawBetween practice(StateProfile ours, StateProfile theirs) {
        return between(PracticeLaw.held(), TODAY, ours, theirs);
    }

    private static LawBetween earnest(int deposits, LocalDate day, StateProfile ours, StateProfile theirs) {
        Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return between(PracticeLaw.inEarnest(now, Collections.nCopies(deposits, FORTIETH)), day, ours, theirs);
    }

    private static LawBetween between(Convention law, LocalDate day, StateProfile ours, StateProfile theirs) {
        return new LawBetween(law, us(ours), ParticipantForTests.of("XB-1", theirs), day);
    }

    private static Participant us(StateProfile profile) {
        return ParticipantForTests.of("XA-1", profile);
    }

    private static StateProfile party(String instrument, @Nullable String since) {
        var day = since == null ? null : LocalDate.parse(since);
        return profile(List.of(new TreatyEntry(instrument, day, List.of())), null);
    }

    private static StateProfile listing() {
        return profile(null, null);
    }

    private static StateProfile agreeing(Agreement... agreements) {
        return profile(null, List.of(agreements));
    }

    private static Agreement agreement(String with, String since, String rules) {
        return new Agreement(
                "xa-xb-2011",
                "Treaty of 3 May 2011",
                "bilateral",
                List.of(with),
                LocalDate.parse(since),
                Map.of("assistance", "4"),
                List.of(),
                List.of(),
                "",
                rules);
    }

    private static Agreement open() {
        return new Agreement(
                "uncac",
                "A convention open to many",
                "multilateral",
                List.of(),
                LocalDate.of(2010, 1, 1),
                Map.of(),
                List.of(),
                List.of(),
                "",
                "treaty");
    }

    private static StateProfile profile(@Nullable List<TreatyEntry> treaties, @Nullable List<Agreement> agreements) {
        return ParticipantForTests.profile(TODAY, treaties, agreements);
    }
}
