package org.comity.casework.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.Drafts;
import org.comity.casework.translations.DocumentTranslation.State;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A translation says who, until when, of which text and by whom certified; a text that changes shows. */
class TranslatingTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String C = "c".repeat(64);

    private final DocumentTranslationRows rows = mock(DocumentTranslationRows.class);
    private final Drafts drafts = mock(Drafts.class);
    private final Ledger ledger = mock(Ledger.class);
    private final List<DocumentTranslation> kept = new ArrayList<>();
    private Translating translating;

    @BeforeEach
    void a_draft_with_two_files() {
        var directory = mock(Directory.class);
        var them = mock(Participant.class);
        var us = mock(Participant.class);
        when(them.languages()).thenReturn(List.of("fr"));
        when(us.languages()).thenReturn(List.of("en"));
        when(directory.get("XB-1")).thenReturn(them);
        when(directory.self()).thenReturn(us);
        when(rows.of("d1")).thenReturn(kept);
        org.mockito.Mockito.doAnswer(call -> kept.add(call.getArgument(0)))
                .when(rows)
                .put(any());
        drafted("We ask.", A, B);
        translating = new Translating(rows, drafts, directory, ledger, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private void drafted(String text, String warrant, String translated) {
        when(drafts.get("d1"))
                .thenReturn(new Draft(
                        "d1",
                        "preservation/1",
                        "request",
                        Role.REQUESTING,
                        "XB-1",
                        null,
                        null,
                        Map.of("facts", text),
                        Map.of(),
                        List.of(
                                new Draft.File("warrant.pdf", "application/pdf", 10, warrant),
                                new Draft.File("mandat.pdf", "application/pdf", 10, translated)),
                        Draft.Status.WRITING,
                        1,
                        "maren",
                        NOON,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "uncc/2",
                        false));
    }

    @Test
    void it_is_asked_then_late_then_there_then_certified_and_both_texts_are_hashed() {
        assertThat(recorded("warrant.pdf", "", "2027-03-09", "", "")).isEqualTo(State.ASKED);
        assertThat(recorded("warrant.pdf", "", "2027-02-28", "", "")).isEqualTo(State.LATE);
        assertThat(recorded("warrant.pdf", "mandat.pdf", "2027-02-28", "", "")).isEqualTo(State.DONE);
        assertThat(recorded("warrant.pdf", "mandat.pdf", "", "L. Sorane, sworn translator", "2027-03-01"))
                .isEqualTo(State.CERTIFIED);
        var last = kept.getLast();
        assertThat(last.sourceSha256()).isEqualTo(A);
        assertThat(last.translationSha256()).isEqualTo(B);
        assertThat(last.certifiedOn()).isEqualTo(LocalDate.parse("2027-03-01"));
        verify(ledger)
                .record(MAREN, "draft.translation-recorded", "d1", Map.of("language", "fr", "state", "certified"));
    }

    @Test
    void a_text_that_changed_after_it_was_translated_shows() {
        assertThat(recorded("act", "mandat.pdf", "", "L. Sorane", "2027-02-01")).isEqualTo(State.CERTIFIED);

        drafted("We ask for more.", A, B);
        assertThat(translating.lines(drafts.get("d1")).getLast().state()).isEqualTo(State.CHANGED);
        drafted("We ask.", A, C);
        assertThat(translating.lines(drafts.get("d1")).getLast().state()).isEqualTo(State.CHANGED);
        drafted("We ask.", C, B);
        assertThat(translating.lines(drafts.get("d1")).getLast().state())
                .as("another file is none of it")
                .isEqualTo(State.CERTIFIED);
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_kept() {
        wrong("document", typed("other.pdf", "fr", "L. Sorane", "", "", "", ""));
        wrong("language", typed("act", "de", "L. Sorane", "", "", "", ""));
        wrong("translator", typed("act", "fr", "", "", "", "", ""));
        wrong("due", typed("act", "fr", "L. Sorane", "tomorrow", "", "", ""));
        wrong("translation", typed("warrant.pdf", "fr", "L. Sorane", "", "warrant.pdf", "", ""));
        wrong("translation", typed("act", "fr", "L. Sorane", "", "", "L. Sorane", "2027-02-01"));
        wrong("certifiedBy", typed("act", "fr", "L. Sorane", "", "mandat.pdf", "", "2027-02-01"));
        wrong("certifiedOn", typed("act", "fr", "L. Sorane", "", "mandat.pdf", "L. Sorane", "2027-04-01"));
        wrong("certifiedOn", typed("act", "fr", "L. Sorane", "", "mandat.pdf", "L. Sorane", "1800-01-01"));
        wrong("due", typed("act", "fr", "L. Sorane", "0202-01-01", "", "", ""));
        verify(rows, never()).put(any());
    }

    private void wrong(String field, TypedTranslation typed) {
        assertThat(translating.record("d1", typed, MAREN).at(field)).as(field).isPresent();
    }

    private State recorded(String document, String translation, String due, String by, String on) {
        assertThat(translating
                        .record("d1", typed(document, "fr", "L. Sorane", due, translation, by, on), MAREN)
                        .all())
                .isEmpty();
        return translating.lines(drafts.get("d1")).getLast().state();
    }

    private static TypedTranslation typed(
            String document, String language, String translator, String due, String translation, String by, String on) {
        return new TypedTranslation(document, language, translator, due, translation, by, on);
    }
}
