package org.comity.capacity.activities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.capacity.activities.SharedActivityTest.act;
import static org.comity.capacity.activities.SharedActivityTest.money;
import static org.comity.capacity.activities.SharedActivityTest.opening;
import static org.comity.capacity.contributions.ContributionTest.amounts;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.AgreedMatches;
import org.comity.capacity.AgreedMatches.HelpMatch;
import org.comity.capacity.ThreadWithActs;
import org.comity.capacity.contributions.ContributionTest;
import org.comity.capacity.iati.IatiFile;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published holds by the standard and says no more than both sides let everybody see. */
@Tag("long")
class PublishedActivitiesTest {

    private static final Instant NOW = Instant.parse("2027-05-01T12:00:00Z");
    private static final HelpMatch MATCH = new HelpMatch("2027-1", "XM-2027-000001", "XE-2027-000002");

    private final Directory directory = mock(Directory.class);
    private final AgreedMatches agreed = asked -> Set.of(MATCH);

    @Test
    void an_activity_of_two_sides_is_a_file_that_holds_and_says_no_follow_up() {
        var published = publishing("XM-EXAMPLE").of(List.of(activity(Map.of(), Map.of())));

        assertThat(published.left()).isEmpty();
        var read = IatiFile.read(published.file(NOW), LocalDate.of(2027, 5, 1));
        assertThat(read.quarantine()).isEmpty();
        assertThat(read.held()).singleElement().satisfies(it -> {
            assertThat(it.identifier()).isEqualTo("XM-EXAMPLE-A-1");
            assertThat(it.warnings()).isEmpty();
        });
        assertThat(new String(published.file(NOW), UTF_8))
                .contains("code=\"25\"", "percentage=\"50\"", "currency=\"EUR\"", ">100<", ">9<", "XM-2027-000001")
                .doesNotContain("idle since then", "2031");
    }

    @ParameterizedTest
    @CsvSource({
        "audience, audience, participants",
        "match, round, 2027-9",
        "rights, kind, lab",
        "invalid, begins, 2028-01-01",
    })
    void what_is_not_published_is_named_with_its_reason(String why, String key, String value) {
        var published = publishing("XM-EXAMPLE").of(List.of(activity(Map.of(key, value), Map.of())));

        assertThat(published.held()).isEmpty();
        assertThat(published.left())
                .singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo(why));
    }

    /** Else what one side sends would take the whole file from everybody. */
    @Test
    void what_cannot_be_written_is_named_and_keeps_no_other_back() {
        var wrong = List.of(
                activity(Map.of("begins", "", "ends", ""), Map.of()),
                activity(Map.of("title", "A\u0001B"), Map.of()),
                activity(Map.of(), Map.of("tied", "somehow")));
        for (var each : wrong) {
            var published = publishing("XM-EXAMPLE").of(List.of(each, activity(Map.of(), Map.of())));

            assertThat(published.held()).hasSize(1);
            assertThat(published.left())
                    .extracting(PublishedActivities.LeftOut::why)
                    .containsExactly("invalid");
        }
    }

    @Test
    void help_that_can_extract_data_is_published_once_law_and_oversight_are_named() {
        var intrusive = Map.<String, Object>of("kind", "lab", "legalBasis", "Law 4", "oversight", "The court");

        assertThat(publishing("XM-EXAMPLE")
                        .of(List.of(activity(intrusive, Map.of())))
                        .held())
                .hasSize(1);
        var half = Map.<String, Object>of("kind", "lab", "legalBasis", "Law 4");
        assertThat(publishing("XM-EXAMPLE")
                        .of(List.of(activity(half, Map.of())))
                        .left())
                .extracting(PublishedActivities.LeftOut::why)
                .containsExactly("rights");
    }

    @Test
    void one_side_alone_and_a_name_that_is_none_are_left_out() {
        var whole = activity(Map.of(), Map.of());
        var alone = new SharedActivity("A-1", whole.sides().subList(0, 1));
        var named = new SharedActivity("A/1 & more", whole.sides());

        assertThat(publishing("XM-EXAMPLE").of(List.of(alone, named)).left())
                .extracting(PublishedActivities.LeftOut::why)
                .containsExactly("side", "name");
    }

    @Test
    void without_an_identifier_of_the_publisher_nothing_is_published() {
        assertThat(publishing("").possible()).isFalse();
        assertThat(publishing("a b").possible()).isFalse();
        assertThat(publishing("XM-EXAMPLE").possible()).isTrue();
    }

    @Test
    void contributions_stand_in_the_activity_that_they_name_or_by_themselves_and_what_is_left_out_is_told() {
        var accepted = ContributionTest.act("accept", Map.of("audience", "everybody"));
        var fund = ContributionTest.contribution(
                Map.of(), accepted, ContributionTest.act("receipt", amounts("41", "EUR", "2027-04-01")));
        var toOne = ContributionTest.contribution(
                Map.of("toward", "activity", "activity", "A-1"),
                accepted,
                ContributionTest.act("receipt", amounts("42", "EUR", "2027-04-01")));
        var toNone = ContributionTest.contribution(Map.of("toward", "activity", "activity", "A-2"), accepted);

        var published =
                publishing("XM-EXAMPLE").of(List.of(activity(Map.of(), Map.of())), List.of(fund, toOne, toNone));

        assertThat(published.held()).hasSize(2);
        assertThat(published.held().getFirst().xml())
                .contains(">42<", "provider-org")
                .doesNotContain(">41<");
        assertThat(published.held().getLast().xml())
                .contains(">41<", "code=\"998\"")
                .doesNotContain(">42<");
        assertThat(published.contributions()).singleElement().satisfies(it -> {
            assertThat(it.contribution()).isEqualTo(toNone);
            assertThat(it.why()).isEqualTo("activity");
        });
    }

    private PublishedActivities publishing(String publisher) {
        var self = participant("Secretariat");
        when(directory.self()).thenReturn(self);
        var other = participant("Merrow Islands");
        when(directory.find(anyString())).thenReturn(Optional.of(other));
        return new PublishedActivities(directory, agreed, Clock.fixed(NOW, ZoneOffset.UTC), publisher, "40");
    }

    private static Participant participant(String name) {
        var participant = mock(Participant.class);
        when(participant.name("en")).thenReturn(name);
        when(participant.kind()).thenReturn(ParticipantKind.CENTRAL_AUTHORITY);
        return participant;
    }

    private static SharedActivity activity(Map<String, Object> recipient, Map<String, Object> provider) {
        return new SharedActivity(
                "A-1",
                List.of(
                        side(
                                "recipient",
                                recipient,
                                List.of(
                                        act("start", Map.of("day", "2027-03-02")),
                                        act("follow-up", Map.of("after", "month", "text", "idle since then")))),
                        side(
                                "provider",
                                provider,
                                List.of(
                                        money("pledge", "", "100", "EUR"),
                                        act(
                                                "pledge",
                                                Map.of(
                                                        "amounts",
                                                        List.of(Map.of(
                                                                "amount",
                                                                "9",
                                                                "currency",
                                                                "EUR",
                                                                "on",
                                                                "2031-01-01"))))))));
    }

    private static ActivitySide side(String part, Map<String, Object> changed, List<ActContent> more) {
        var row = mock(RequestRow.class);
        when(row.counterpart()).thenReturn(part.equals("recipient") ? "XM-1" : "XE-1");
        when(row.state()).thenReturn("Running");
        var body = new HashMap<>(opening(part));
        body.putAll(changed);
        var acts = new ArrayList<ActContent>();
        acts.add(act("submit", body));
        acts.addAll(more);
        return new ActivitySide(new ThreadWithActs(row, acts));
    }
}
