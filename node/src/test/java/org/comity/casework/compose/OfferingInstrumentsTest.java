package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.compose.BasisRules.Barred;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Agreement;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.ParticipantForTests;
import org.comity.directory.TreatyEntry;
import org.comity.procedure.form.OtherBasis;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What a request to a State may name follows from both entries. */
class OfferingInstrumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Agreement TREATY = new Agreement(
            "xa-xb-2011",
            "Treaty of 3 May 2011",
            "bilateral",
            List.of("XB"),
            LocalDate.of(2012, 1, 1),
            Map.of("assistance", "4"),
            List.of(),
            List.of(),
            "",
            Agreement.ITS_OWN);

    private final Participant us = participant(
            "XA-1",
            List.of(
                    new TreatyEntry("uncc", LocalDate.of(2027, 1, 1), List.of()),
                    new TreatyEntry("budapest", LocalDate.of(2020, 1, 1), List.of())),
            List.of(TREATY));
    private final Participant unconcerned =
            participant("XB-1", List.of(new TreatyEntry("uncc", LocalDate.of(2027, 2, 1), List.of())), null);
    private final Participant silent = participant("XD-1", null, null);

    @Test
    void what_does_not_bind_both_is_not_offered_and_is_said_so() {
        assertThat(values(unconcerned)).containsExactly("uncc", "other", "agreement:xa-xb-2011");
        assertThat(offering().barred("preservation", unconcerned, Language.ENGLISH))
                .extracting(Barred::name)
                .containsExactly("Convention on Cybercrime (Budapest, 2001)");
        assertThat(offering().bindsNot(Map.of("instrument", "budapest"), unconcerned))
                .isTrue();
        assertThat(offering().bindsNot(Map.of("instrument", "uncc"), unconcerned))
                .isFalse();
        assertThat(offering().bindsNot(Map.of("instrument", "other"), unconcerned))
                .isFalse();
    }

    @Test
    void each_that_cannot_be_chosen_says_why_for_itself() {
        assertThat(offering().barred("preservation", unconcerned, Language.ENGLISH))
                .extracting(Barred::why)
                .containsExactly("XB-1 is not a party, by its entry of 1 Jan 1970.");
        var late = participant("XB-1", List.of(new TreatyEntry("uncc", TODAY.plusDays(1), List.of())), null);
        assertThat(offering().barred("preservation", late, Language.ENGLISH))
                .extracting(Barred::why)
                .containsExactly(
                        "Both are party; it is in force between them from 2 Jun 2027.",
                        "XB-1 is not a party, by its entry of 1 Jan 1970.");
        assertThat(offering().barred("consultation", silent, Language.ENGLISH))
                .containsExactly(new Barred(
                        "Convention on Cybercrime (Budapest, 2001)", "It has no rules for this kind of request."));
    }

    @Test
    void under_each_that_can_be_chosen_stand_its_items_periods_and_grounds() {
        var bases = offering().rules("preservation", unconcerned, Language.ENGLISH);
        assertThat(bases).extracting(BasisRules::id).containsExactly("uncc");
        assertThat(bases.getFirst().items()).contains("42(3)(a)", "42(3)(e)").doesNotContain("42(3)(d)", "35(2)");
        assertThat(bases.getFirst().law().closed()).isTrue();
        assertThat(bases.getFirst().law().periods()).isNotEmpty();
    }

    /** It says that no treaty binds it, and so it is: treaties bind States. */
    @Test
    void what_is_told_the_secretariat_needs_no_treaty_with_it() {
        var secretariat = ParticipantForTests.of("XS-1", TODAY, List.of(), ParticipantKind.SECRETARIAT);

        assertThat(offering().bindsNot(Map.of("instrument", "uncc"), secretariat))
                .isFalse();
        assertThat(values(secretariat)).contains("uncc");
        assertThat(offering().barred("preservation", secretariat, Language.ENGLISH))
                .isEmpty();
        var state = participant("XB-1", List.of(), null);
        assertThat(offering().bindsNot(Map.of("instrument", "uncc"), state)).isTrue();
    }

    /** Else the Secretariat could ask no State into a review under the Convention. */
    @Test
    void what_the_secretariat_asks_needs_no_treaty_with_it_either() {
        var secretariat = ParticipantForTests.of("XS-1", TODAY, List.of(), ParticipantKind.SECRETARIAT);

        assertThat(offering(secretariat).bindsNot(Map.of("instrument", "uncc"), unconcerned))
                .isFalse();
        assertThat(offering(us).bindsNot(Map.of("instrument", "uncc"), participant("XB-1", List.of(), null)))
                .isTrue();
    }

    @Test
    void what_is_not_stated_is_offered_and_the_officer_is_told() {
        assertThat(values(silent)).containsExactly("uncc", "budapest", "other");
        assertThat(offering()
                        .choices("preservation", silent, Map.of(), Language.ENGLISH)
                        .get(1)
                        .hint())
                .contains("Not listed in the entry of: XD-1");
    }

    /** Else an officer would name as basis what the two entries say is not in force between us. */
    @Test
    void a_new_request_begins_with_no_instrument_that_does_not_bind_both() {
        Map<String, Object> empty = Map.of("instrument", "uncc", "text", "");
        var late = participant("XB-1", List.of(new TreatyEntry("uncc", TODAY.plusDays(1), List.of())), null);
        var left = participant("XB-1", List.of(), null);

        for (var other : List.of(late, left)) {
            var begun = offering().begun(empty, other);
            assertThat(begun).containsOnlyKeys("text");
            assertThat(offering().choices("preservation", other, begun, Language.ENGLISH))
                    .extracting(Choice::value)
                    .isNotEmpty()
                    .doesNotContain("uncc");
            assertThat(offering().chosen(other, begun)).isEmpty();
        }
        assertThat(offering().begun(empty, unconcerned)).isEqualTo(empty);
        assertThat(offering().begun(empty, silent)).isEqualTo(empty);
    }

    @Test
    void before_a_state_is_chosen_everything_in_force_is_offered() {
        assertThat(values(null)).containsExactly("uncc", "budapest", "other");
    }

    @Test
    void what_a_draft_names_already_stays_to_be_seen() {
        assertThat(offering().choices("preservation", unconcerned, Map.of("instrument", "budapest"), Language.ENGLISH))
                .extracting(Choice::value)
                .contains("budapest");
    }

    @Test
    void a_treaty_of_the_entries_becomes_the_basis_that_a_request_names() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("instrument", "agreement:xa-xb-2011");
        form.add("ourCase", "7");

        var settled = offering().settled("assistance", "XB-1", form);

        assertThat(settled.toSingleValueMap())
                .containsOnly(
                        Map.entry("instrument", "other"),
                        Map.entry(OtherBasis.KIND, "bilateral"),
                        Map.entry(OtherBasis.TITLE, "Treaty of 3 May 2011"),
                        Map.entry(OtherBasis.ARTICLE, "4"),
                        Map.entry("ourCase", "7"));
        assertThat(offering().chosen(unconcerned, Map.copyOf(settled.toSingleValueMap())))
                .isEqualTo("agreement:xa-xb-2011");
        assertThat(offering().chosen(silent, Map.copyOf(settled.toSingleValueMap())))
                .isEqualTo("other");
    }

    @Test
    void a_treaty_that_no_entry_names_becomes_an_empty_answer_which_takes_the_place_of_the_older_one() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("instrument", "agreement:nowhere");

        assertThat(offering().settled("assistance", "XB-1", form).toSingleValueMap())
                .containsOnly(Map.entry("instrument", ""));
    }

    @Test
    void a_treaty_whose_day_has_not_come_is_neither_offered_nor_settled() {
        var later = participant("XA-1", List.of(), List.of(treaty("XB", TODAY.plusDays(1))));
        var form = new LinkedMultiValueMap<String, String>();
        form.add("instrument", "agreement:xa-xb-2011");

        assertThat(offering(later).choices("preservation", unconcerned, Map.of(), Language.ENGLISH))
                .extracting(Choice::value)
                .doesNotContain("agreement:xa-xb-2011");
        assertThat(offering(later).settled("assistance", "XB-1", form).getFirst("instrument"))
                .isEmpty();
        var today = participant("XA-1", List.of(), List.of(treaty("XB", TODAY)));
        assertThat(offering(today).settled("assistance", "XB-1", form).getFirst("instrument"))
                .isEqualTo("other");
    }

    @Test
    void the_officer_is_told_that_one_entry_alone_names_a_treaty() {
        var both = participant("XB-1", List.of(), List.of(treaty("XA", TREATY.since())));

        assertThat(hintOfTreaty(unconcerned)).startsWith("Only the entry of XA-1 names it.");
        assertThat(hintOfTreaty(both)).startsWith("Named in an entry");
    }

    private String hintOfTreaty(Participant other) {
        return offering().choices("preservation", other, Map.of(), Language.ENGLISH).stream()
                .filter(it -> it.value().equals("agreement:xa-xb-2011"))
                .map(Choice::hint)
                .findFirst()
                .orElseThrow();
    }

    private static Agreement treaty(String with, LocalDate since) {
        return new Agreement(
                TREATY.id(),
                TREATY.title(),
                TREATY.kind(),
                List.of(with),
                since,
                TREATY.articles(),
                List.of(),
                List.of(),
                "",
                TREATY.rules());
    }

    private List<String> values(@Nullable Participant other) {
        return offering().choices("preservation", other, Map.of(), Language.ENGLISH).stream()
                .map(Choice::value)
                .toList();
    }

    private OfferingInstruments offering() {
        return offering(us);
    }

    private OfferingInstruments offering(Participant self) {
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        when(directory.find("XB-1")).thenReturn(Optional.of(unconcerned));
        var clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new OfferingInstruments(PracticeLaw.held(), directory, WordsForTests.load(), clock);
    }

    private static Participant participant(
            String id, @Nullable List<TreatyEntry> treaties, @Nullable List<Agreement> agreements) {
        return ParticipantForTests.of(id, TODAY, treaties, agreements);
    }
}
