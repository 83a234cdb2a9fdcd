package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} says of threads in which somebody spoke from a seat. */
class SeatThreadTest {

    private static final int ALONE = 6;

    @TempDir
    Path folder;

    private final TestSeat seat = new TestSeat();
    private final TestPasskey key = TestPasskey.es256();
    private final Given given = seat.give(key, "XM-officer-1");
    private String said;

    private int verify(byte[] export, String... more) throws IOException {
        var file = Files.write(folder.resolve("thread.zip"), export);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(
                "--anchor",
                "XB-1/seal=" + Anchor.fingerprint(TestCertificates.XB.certificate()),
                "--anchor",
                "XB-1/register=" + Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate())));
        var out = new ByteArrayOutputStream();
        int code = Verify.run(
                arguments.toArray(String[]::new), new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8);
        return code;
    }

    private ThreadBundle.Seats seats() {
        return new ThreadBundle.Seats(TestSeat.SEATS, seat.seats.export());
    }

    @Test
    void the_thread_of_seats_holds_and_says_whose_keys_were_confirmed() throws IOException {
        seat.confirm(key, given);

        assertThat(verify(seat.seats.export())).as(said).isEqualTo(ALONE);
        assertThat(said)
                .contains(
                        "Recorded by XB-1 for XM-1",
                        "the passkey of XM-officer-1",
                        "what the screen showed",
                        "[seat-given]",
                        "had not been ended. [seat-ended]");
    }

    @Test
    void an_act_in_another_thread_is_proved_with_the_thread_of_seats_beside_it() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("had not been ended. [seat-ended]", "seats/%s.zip".formatted(TestSeat.SEATS));
        assertThat(verify(seat.other.export())).as(said).isEqualTo(ALONE);
        assertThat(said).contains("is not here. [seat-ended]");
    }

    /** R159: nobody but the authority's own keys says that it opened the thread. */
    @Test
    void a_thread_that_was_opened_from_a_seat_is_proved_from_its_first_act_on() throws IOException {
        seat.confirm(key, given);
        var opening = TestSeat.opening(TestSeat.OPENED, key);
        seat.opened.register(opening, TestSeat.proof(opening, given, key));
        var answer = Map.of("channel", "letter");
        seat.opened.register(TestSeat.act(TestSeat.OPENED, "preservation/1", "acknowledge", "requested", answer), null);

        assertThat(verify(seat.opened.export(seats()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("Recorded by XB-1 for XM-1", "had not been ended. [seat-ended]");

        var unproved = new TestSeat();
        unproved.opened.register(opening, null);
        assertThat(verify(unproved.opened.export())).as(said).isEqualTo(1);
        assertThat(said).contains("[seat-form]");
    }

    @Test
    void a_key_that_was_not_confirmed_does_nothing() throws IOException {
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(1);
        assertThat(said).contains("had not confirmed the key. [seat-ended]");
    }

    @Test
    void nothing_counts_after_a_key_was_ended_and_what_lies_before_may_be_doubtful() throws IOException {
        seat.confirm(key, given);
        var lost = seat.other.now.plusSeconds(100);
        seat.other.now = lost;
        seat.acknowledge(key, given);
        seat.seats.now = lost.plusSeconds(100);
        seat.end(given, lost);

        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(ALONE);
        assertThat(said).contains("ask XM-1 whether it stands by it. [seat-doubtful]");

        seat.other.now = lost.plusSeconds(300);
        var act = TestSeat.said(TestSeat.OTHER, "preservation/1", "ask", key, Map.of());
        seat.other.register(act, TestSeat.proof(act, given, key));
        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(1);
        assertThat(said).contains("the key had been ended. [seat-ended]");
    }

    @Test
    void closing_the_seat_ends_all_its_keys() throws IOException {
        seat.confirm(key, given);
        seat.seats.register(TestSeat.seatAct("close", "requesting", Map.of()), null);
        seat.other.now = seat.seats.now.plusSeconds(5);
        seat.acknowledge(key, given);

        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(1);
        assertThat(said).contains("the key had been ended. [seat-ended]");
    }

    /** The host shows another past than the one in which it gave the key. */
    @Test
    void a_thread_of_seats_that_is_another_is_refused() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var other = new TestSeat();
        other.confirm(key, other.give(key, "XM-officer-9"));

        assertThat(verify(seat.other.export(new ThreadBundle.Seats(TestSeat.SEATS, other.seats.export()))))
                .as(said)
                .isEqualTo(1);
        assertThat(said).contains("no such entry");
    }

    @Test
    void a_thread_of_seats_that_does_not_hold_is_told_by_its_name() throws IOException {
        seat.confirm(key, given);
        seat.acknowledge(key, given);
        var first = seat.seats.entries.getFirst();
        seat.seats.entries.set(0, new SignedEntry(first.entry(), given.entry().signature()));

        assertThat(verify(seat.other.export(seats()))).as(said).isEqualTo(1);
        assertThat(said).contains("seats/%s.zip: entry 1".formatted(TestSeat.SEATS), "[entry-signature]");
    }

    @Test
    void whoever_knows_no_register_key_of_the_host_is_told_so() throws IOException {
        var file = Files.write(folder.resolve("act.asice"), acknowledged());
        var out = new ByteArrayOutputStream();
        int code = Verify.run(
                new String[] {
                    file.toString(), "--anchor", "XB-1/seal=" + Anchor.fingerprint(TestCertificates.XB.certificate())
                },
                new PrintStream(out, true, UTF_8),
                new PrintStream(out, true, UTF_8));

        assertThat(code).as(out.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8)).contains("no register certificate of it is at hand", "[seat-key]");
    }

    private byte[] acknowledged() {
        seat.acknowledge(key, given);
        return seat.other.containers.getLast();
    }
}
