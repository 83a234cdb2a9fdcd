package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

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

    private static Map<String, Object> begun(Role ours, Map<String, Object> said) {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("contact-point", "Contact point of Aldoria"));
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        var opening = mock(KeptAct.class);
        when(opening.body()).thenReturn(said);
        var followed = mock(RequestRow.class);
        when(followed.thread()).thenReturn("t");
        when(followed.ourRole()).thenReturn(ours);
        var threads = mock(Threads.class);
        when(threads.opening("t")).thenReturn(Optional.of(opening));
        var none = Particulars.none(FILE.id());
        var pages = new FiledComposition(FILE, none, LAW, directory, WordsForTests.load());
        return new FiledFollowing(FILE, pages, none, threads).begun(followed);
    }
}
