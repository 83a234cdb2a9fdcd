package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.ui.ThingsDue;
import org.comity.ui.ThingsDue.Due;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;

/** One list of what all rooms have due, by the end of its period. */
class GatheringDueTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock();
    private final Directory directory = mock();
    private final Participant self = mock();

    @BeforeEach
    void the_secretariat() {
        when(directory.self()).thenReturn(self);
        when(self.kind()).thenReturn(ParticipantKind.SECRETARIAT);
        when(requests.list(any(), any(), anyInt())).thenReturn(new Requests.Page(List.of(), null));
    }

    @Test
    void what_ends_first_stands_first_and_what_has_no_end_comes_after_the_oldest_first() {
        ThingsDue one = _ -> List.of(due("young", NOON, null), due("second", NOON, NOON.plusSeconds(20)));
        ThingsDue other = _ -> List.of(due("old", NOON.minusSeconds(9), null), due("late", NOON, NOON.minusSeconds(5)));

        assertThat(gathering(one, other).due(MAREN))
                .extracting(Due::about)
                .containsExactly("late", "second", "old", "young");
    }

    @Test
    void a_letter_that_is_ready_is_due_on_the_secretariats_desk_and_is_a_row_of_a_states() {
        RequestRow row = mock();
        when(row.toPost()).thenReturn(true);
        when(row.named()).thenReturn("XS-2027-000001");
        when(row.address()).thenReturn("XS-2027-000001");
        when(row.dispatch())
                .thenReturn(new Dispatch("a", NOON, NOON.plusSeconds(60), null, "", null, null, null, null));
        when(requests.list(any(), any(), anyInt())).thenReturn(new Requests.Page(List.of(row, mock()), null));

        assertThat(gathering().due(MAREN)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("letter");
            assertThat(it.until()).isEqualTo(NOON.plusSeconds(60));
            assertThat(it.address()).isEqualTo("/requests/XS-2027-000001/letter");
        });
        when(self.kind()).thenReturn(ParticipantKind.CENTRAL_AUTHORITY);
        assertThat(gathering().due(MAREN)).isEmpty();
    }

    /** Each says who acts, why by then, and what happens if nobody does. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatever_is_due_is_said_whole(String language) {
        var words = WordsForTests.load();
        var in = Language.of(language).orElseThrow();
        for (var kind : KINDS) {
            for (var part : List.of("", ".who", ".why", ".silence")) {
                assertThat(words.say(in, "due." + kind + part)).isNotEqualTo("due." + kind + part);
            }
        }
    }

    private static final List<String> KINDS = List.of(
            "appeal",
            "admission",
            "admission-second",
            "observer-circulate",
            "observer-objections",
            "observer-conclude",
            "observer-session",
            "document",
            "follow-up",
            "letter",
            "round-solve",
            "round-approve",
            "round-tell",
            "round-answers",
            "round-no-answer",
            "round-end");

    private GatheringDue gathering(ThingsDue... rooms) {
        ObjectProvider<ThingsDue> all = new ObjectProvider<>() {
            @Override
            public Stream<ThingsDue> stream() {
                return Stream.of(rooms);
            }

            @Override
            public void forEach(Consumer<? super ThingsDue> each) {
                stream().forEach(each);
            }
        };
        return new GatheringDue(all, requests, directory, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Due due(String about, Instant since, @Nullable Instant until) {
        return new Due("appeal", about, "/rooms", since, until);
    }
}
