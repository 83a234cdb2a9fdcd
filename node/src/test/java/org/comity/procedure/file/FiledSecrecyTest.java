package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Confidentiality.Answer;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.EffectiveActs;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a request is kept confidential is what was said last, by the State that can say it. */
class FiledSecrecyTest {

    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-000000000001";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Threads threads = mock();
    private final List<KeptAct> said = new ArrayList<>();

    @Test
    void the_last_word_stands() {
        assertThat(after(true)).isEqualTo(Answer.OPEN);
        says("requested", "cannot-keep");
        assertThat(after(true)).isEqualTo(Answer.SETTLED);
        says("requesting", "asked");
        assertThat(after(true)).isEqualTo(Answer.OPEN);
        says("requesting", "lifted");
        assertThat(after(true)).isEqualTo(Answer.NOT_ASKED);
    }

    @Test
    void who_was_asked_does_not_ask_and_who_asked_does_not_answer() {
        says("requested", "asked");
        assertThat(after(false)).isEqualTo(Answer.NOT_ASKED);
        says("requesting", "can-keep");
        assertThat(after(true)).isEqualTo(Answer.OPEN);
    }

    /** Of each procedure in which it can be asked: what others come to know by waits for no word, but is pointed out. */
    @ParameterizedTest
    @CsvSource({
        "interception, accept",
        "interception, start",
        "freezing, frozen",
        "confiscation, submit",
        "assistance, deliver"
    })
    void what_is_asked_and_not_answered_is_pointed_out_before_others_come_to_know(String procedure, String type) {
        var file = PracticeFiles.file(procedure + "/1");
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(THREAD);
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        when(threads.effective(any(), any())).thenAnswer(EffectiveActs.of(said));
        when(threads.opening(THREAD)).thenReturn(Optional.of(act("request", "requesting", Map.of("secret", true))));
        var filed = new FiledSecrecy(file, Objects.requireNonNull(file.secrecy()), threads);

        assertThat(filed.pointed(row, type, Map.of()))
                .extracting(Pointed::message)
                .containsExactly("requests.secrecy.open");
        assertThat(filed.pointed(row, "acknowledge", Map.of())).isEmpty();
        when(row.ourRole()).thenReturn(Role.REQUESTING);
        assertThat(filed.pointed(row, type, Map.of())).isEmpty();
        when(row.ourRole()).thenReturn(Role.REQUESTED);
        says("requested", "can-keep");
        assertThat(filed.pointed(row, type, Map.of())).isEmpty();
    }

    private Answer after(boolean secret) {
        when(threads.opening(THREAD)).thenReturn(Optional.of(act("request", "requesting", Map.of("secret", secret))));
        when(threads.effective(any(), any())).thenAnswer(EffectiveActs.of(said));
        var file = PracticeFiles.file("assistance/1");
        return new FiledSecrecy(file, file.secrecy(), threads).of(THREAD);
    }

    private void says(String role, String word) {
        said.add(act("confidentiality", role, Map.of("confidentiality", word)));
    }

    private static KeptAct act(String type, String role, Map<String, Object> body) {
        var envelope = new Envelope(
                "",
                THREAD,
                "assistance/1",
                "uncc/2",
                type,
                "XA-1",
                "XB-1",
                role,
                NOON,
                List.of(),
                false,
                Map.of(),
                new SaltedHash("0".repeat(32), "0".repeat(64)),
                List.of());
        return new KeptAct(
                "a".repeat(64), THREAD, envelope, body, true, "", true, NOON, 1L, "effective", NOON, null, null, null);
    }
}
