package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.directory.TreatyEntry;
import org.comity.directory.TreatyEntry.Kind;
import org.comity.directory.TreatyEntry.Statement;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.file.PracticeFiles;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** Whether a State takes the Convention as its treaty on extradition is read before it is asked, 37(6)(a). */
class EntryStatementsTest {

    private final ProcedureLaw law =
            PracticeLaw.held().law("extradition", "uncc/2").orElseThrow();

    @Test
    void what_their_entry_declares_on_a_paragraph_beside_the_request_is_pointed_out_with_it() {
        assertThat(EntryStatements.on(beside(), "uncc/2", other("37(6)(a)", "Not as a basis.")))
                .containsExactly(new Pointed(
                        "acts.caution.entry-says", "37(6)(a)", List.of(), Map.of("words", "Not as a basis.")));
        assertThat(WordsForTests.load().languages())
                .isNotEmpty()
                .allMatch(it -> WordsForTests.load().has(it.tag(), "acts.caution.entry-says"));
    }

    @Test
    void what_it_declares_on_another_paragraph_or_treaty_is_not() {
        assertThat(EntryStatements.on(beside(), "uncc/2", other("42(5)", "Dual criminality.")))
                .isEmpty();
        assertThat(EntryStatements.on(beside(), "budapest/2", other("37(6)(a)", "Not as a basis.")))
                .isEmpty();
    }

    /** As the file has them. */
    private List<Provision> beside() {
        var keys = PracticeFiles.file("extradition/1").duties().get("request");
        return law.duties().stream().filter(it -> keys.contains(it.key())).toList();
    }

    private static Participant other(String article, String words) {
        var said = new Statement(Kind.DECLARATION, article, List.of(), words, LocalDate.EPOCH);
        var profile = mock(StateProfile.class);
        when(profile.treaty("uncc")).thenReturn(Optional.of(new TreatyEntry("uncc", null, List.of(said))));
        when(profile.treaty("budapest")).thenReturn(Optional.empty());
        var other = mock(Participant.class);
        when(other.profile()).thenReturn(profile);
        return other;
    }
}
