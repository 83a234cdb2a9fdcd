package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.thread.EffectiveActs;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request of a file begins with when it grows out of another one. */
class FiledFollowingTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final ProcedureFile FILE = PracticeFiles.all().stream()
            .filter(it -> it.law().equals("disclosure"))
            .findFirst()
            .orElseThrow();

    @Test
    void the_urgency_of_theirs_is_left_there_and_its_secrecy_stays() {
        var begun = begun(
                Role.REQUESTED,
                Map.of(
                        "instrument",
                        "budapest",
                        "ourCase",
                        "XD-7",
                        "secret",
                        true,
                        "emergency",
                        true,
                        "emergencyReason",
                        "A child is missing.",
                        "phonedFirst",
                        true));

        assertThat(begun)
                .containsEntry("emergency", false)
                .containsEntry("emergencyReason", "")
                .containsEntry("phonedFirst", false)
                .containsEntry("secret", true)
                .containsEntry("instrument", "budapest")
                .containsEntry("theirCase", "XD-7");
    }

    @Test
    void an_emergency_of_our_own_is_said_anew() {
        assertThat(begun(Role.REQUESTING, Map.of("emergency", true))).containsEntry("emergency", false);
    }

    @Test
    void either_side_of_an_extradition_may_begin_a_transfer_and_only_who_opened_the_others() {
        var follows = PracticeFiles.all().stream()
                .filter(it -> it.law().equals("proceedings"))
                .findFirst()
                .orElseThrow()
                .follows();

        assertThat(follows).isNotNull();
        assertThat(follows.procedures()).contains("extradition", "assistance", "consultation");
        assertThat(follows.either()).containsExactly("extradition");
    }

    @ParameterizedTest
    @CsvSource({
        "KeptHere, prosecution, true",
        "CaseAsked, prosecution, true",
        "Refused, prosecution, true",
        "KeptHere, sentence, false",
        "Granted, prosecution, false",
        "Received, prosecution, false",
        "Withdrawn, prosecution, false"
    })
    void a_transfer_is_offered_once_the_person_is_kept_for_trial(String state, String purpose, boolean offered) {
        var row = mock(RequestRow.class);
        when(row.law()).thenReturn("extradition");
        when(row.state()).thenReturn(state);
        when(row.thread()).thenReturn("t");
        var request = mock(KeptAct.class);
        when(request.effect()).thenReturn(Entry.EFFECTIVE);
        when(request.body()).thenReturn(Map.of("purpose", purpose));
        var threads = mock(Threads.class);
        when(threads.everyAct("t")).thenAnswer(_ -> Stream.of(request));
        var file = file("proceedings");
        var following = new FiledFollowing(file, mock(FiledComposition.class), Particulars.none(file.id()), threads);

        assertThat(following.offeredFrom(row)).isEqualTo(offered);
        when(row.law()).thenReturn("assistance");
        assertThat(following.offeredFrom(row)).as("of others nothing is said").isTrue();
    }

    /** Art. 43(1): of traffic data. Of an emergency this may stay unsaid, and what was kept is told afterwards. */
    @ParameterizedTest
    @MethodSource
    void a_provider_is_told_of_unless_no_traffic_data_are_preserved(
            Map<String, Object> opening, List<String> kept, boolean offered) {
        var row = mock(RequestRow.class);
        when(row.law()).thenReturn("preservation");
        when(row.state()).thenReturn("Preserved");
        when(row.thread()).thenReturn("t");
        var threads = mock(Threads.class);
        when(threads.everyAct("t"))
                .thenAnswer(_ -> Stream.of(
                        act("request", "requesting", opening),
                        act("report-preserved", "requested", Map.of("kept", "Logs.", "dataClasses", kept))));

        assertThat(new FiledFollowing(FILE, mock(FiledComposition.class), Particulars.none(FILE.id()), threads)
                        .offeredFrom(row))
                .isEqualTo(offered);
    }

    static Stream<Arguments> a_provider_is_told_of_unless_no_traffic_data_are_preserved() {
        var atNight = Map.of(
                "identifiers",
                List.of(Map.of("kind", "mail", "value", "a@mail.example")),
                "emergency",
                true,
                "emergencyReason",
                "A child is missing.");
        Map<String, Object> content = Map.of("dataClasses", List.of("content"));
        return Stream.of(
                Arguments.of(atNight, List.of(), true),
                Arguments.of(Map.of("dataClasses", List.of()), List.of("subscriber"), true),
                Arguments.of(Map.of("dataClasses", List.of("subscriber", "traffic")), List.of(), true),
                Arguments.of(content, List.of("content", "traffic"), true),
                Arguments.of(content, List.of("content"), false),
                // Its words were deleted.
                Arguments.of(Map.of(), List.of("content"), false));
    }

    /** Art. 42(8): the central authority asks, and whoever asked to preserve conducts the proceeding. */
    @Test
    void what_a_preservation_said_and_came_to_is_taken_over_and_the_rest_left_to_say() {
        var report = act("report-preserved", "requested", Map.of("kept", "Logs.", "providerReference", "T-99"));
        var begun = begun(
                file("assistance"),
                "preservation",
                Role.REQUESTING,
                act(
                        "request",
                        "requesting",
                        Map.of(
                                "authority",
                                "Cyber Unit",
                                "ourCase",
                                "XA-7",
                                "facts",
                                "Forged notices.",
                                "penaltyMonths",
                                60,
                                "answerBy",
                                "2026-11-25T00:00:00Z",
                                "daysAsked",
                                90)),
                report);

        assertThat(begun)
                .containsEntry("authority", "Contact point of Aldoria")
                .containsEntry("conductedBy", "Cyber Unit")
                .containsEntry("ourCase", "XA-7")
                .containsEntry("facts", "Forged notices.")
                .containsEntry("penaltyMonths", 60)
                .containsEntry("answerBy", "")
                .containsEntry("preservation", "XA-2027-000003")
                .containsEntry("preserved", "Logs.")
                .containsEntry("providerReference", "T-99")
                .doesNotContainKey("daysAsked");
    }

    /** The State that tells opens the thread: its case is theirs, and its words are one under another. */
    @Test
    void what_was_told_without_being_asked_is_told_again_and_their_case_is_theirs() {
        var begun = begun(
                file("assistance"),
                "spontaneous",
                Role.REQUESTING,
                act(
                        "inform",
                        "requested",
                        Map.of("authority", "Their desk", "ourCase", "XB-9", "information", "A list was found.")),
                act("give", "requested", Map.of("information", "Here it is.", "concerned", "P. Example")));

        assertThat(begun)
                .containsEntry("authority", "Contact point of Aldoria")
                .containsEntry("conductedBy", "")
                .containsEntry("ourCase", "")
                .containsEntry("theirCase", "XB-9")
                .containsEntry("facts", "A list was found.\n\nHere it is.")
                .containsEntry("concerned", "P. Example");
    }

    private static ProcedureFile file(String law) {
        return FiledProcedures.read().stream()
                .filter(it -> it.law().equals(law))
                .findFirst()
                .orElseThrow();
    }

    private static KeptAct act(String type, String role, Map<String, Object> body) {
        var envelope = mock(Envelope.class);
        when(envelope.role()).thenReturn(role);
        when(envelope.type()).thenReturn(type);
        var act = mock(KeptAct.class);
        when(act.envelope()).thenReturn(envelope);
        when(act.effect()).thenReturn("effective");
        when(act.body()).thenReturn(body);
        when(act.bodyKept()).thenReturn(!body.isEmpty());
        return act;
    }

    private static Map<String, Object> begun(Role ours, Map<String, Object> said) {
        return begun(FILE, "preservation", ours, act("request", "requesting", said));
    }

    /** @param acts of the thread that is followed, the opening one first */
    private static Map<String, Object> begun(ProcedureFile file, String followedLaw, Role ours, KeptAct... acts) {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of(file.function(), "Contact point of Aldoria"));
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        var followed = mock(RequestRow.class);
        when(followed.thread()).thenReturn("t");
        when(followed.law()).thenReturn(followedLaw);
        when(followed.reference()).thenReturn("XA-2027-000003");
        when(followed.ourRole()).thenReturn(ours);
        var threads = mock(Threads.class);
        when(threads.opening("t")).thenReturn(Optional.of(acts[0]));
        when(threads.everyAct("t")).thenAnswer(_ -> Stream.of(acts));
        when(threads.effective(eq("t"), any())).thenAnswer(EffectiveActs.of(List.of(acts)));
        var none = Particulars.none(file.id());
        var pages = new FiledComposition(file, none, LAW, directory, WordsForTests.load(), PracticeFiles.possible(LAW));
        return new FiledFollowing(file, pages, none, threads).begun(followed);
    }
}
