package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.seat.TestPasskey;
import org.comity.proof.seat.TestSeat;
import org.junit.jupiter.api.Test;

/** How many officers approved is compared with the entry that was in force, from a seat by its passkeys (R20, R154). */
class HowManyApproveTest extends ExportedThread {

    private static final Instant ACT = REQUEST.envelope().time();
    private static final String NO_MORE = "1 approval; that they are officers, and different ones, is its own word."
            + " The entry of XA-1 that was in force asks for no more. [approvals]";
    private static final String TWO =
            "The entry of XA-1 that was in force asks for two; whether the procedure lets one do was not checked. [approvals]";
    private static final String NOT_KNOWN =
            "How many it needs, the entry of XA-1 that was in force says. Give --entries. [approvals]";

    private final TestSeat seat = new TestSeat();
    private final TestPasskey first = TestPasskey.es256();
    private final TestPasskey second = TestPasskey.es256();

    @Test
    void one_entry_alone_says_how_many_from_the_beginning_on() throws IOException {
        for (var from : List.of(days(-9), days(9))) {
            assertThat(of(version(1, null, from, true))).contains(TWO).doesNotContain(NO_MORE);
            assertThat(of(version(1, null, from, false))).contains(NO_MORE).doesNotContain(TWO);
        }
    }

    @Test
    void what_a_later_entry_asks_for_does_not_count_back() throws IOException {
        var two = version(1, null, days(-30), true);
        assertThat(of(two, version(2, two, days(1), false))).contains(TWO).doesNotContain(NO_MORE);
        var one = version(1, null, days(-30), false);
        assertThat(of(one, version(2, one, days(1), true))).contains(NO_MORE).doesNotContain(TWO);
    }

    @Test
    void of_two_in_force_at_once_the_stricter_counts() throws IOException {
        for (boolean two : List.of(true, false)) {
            var before = version(1, null, days(-30), two);
            assertThat(of(before, version(2, before, days(-6), !two))).contains(TWO);
            assertThat(of(before, version(2, before, days(-8), !two))).contains(two ? NO_MORE : TWO);
        }
    }

    @Test
    void what_came_before_an_entry_that_was_not_given_is_not_known() throws IOException {
        var not_given = version(1, null, days(-30), true);
        assertThat(of(version(2, not_given, days(1), false))).contains(NOT_KNOWN);
    }

    @Test
    void from_a_seat_one_passkey_is_not_two() throws IOException {
        var act = seatAct(1);
        assertThat(seatAct(act, authority(true)))
                .contains(
                        "1 passkey of XM-1 approved it. The entry of XM-1 that was in force asks for two; whether the procedure lets one do was not checked. [approvals]");
        assertThat(seatAct(act, authority(false)))
                .contains(
                        "1 passkey of XM-1 approved it. The entry of XM-1 that was in force asks for no more. [approvals]");
        assertThat(seatAct(act, entry(TestSeat.HOST, 1, null, days(-30), false)))
                .as("the host's own entry says nothing of the authority")
                .contains(
                        "1 passkey of XM-1 approved it. How many it needs, the entry of XM-1 that was in force says. Give --entries. [approvals]");
        assertThat(seatAct(seatAct(2), authority(true)))
                .contains(
                        "2 passkeys of XM-1 approved it. The entry of XM-1 that was in force asks for no more. [approvals]");
    }

    private static Map<String, Object> authority(boolean two) {
        return entry(TestSeat.AUTHORITY, 1, null, days(-30), two);
    }

    private byte[] seatAct(int passkeys) {
        var act = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", first, Map.of());
        var one = TestSeat.proof(act, seat.give(first, "XM-officer-1"), first);
        if (passkeys == 1) return TestSeat.container(act, one);
        var other = TestSeat.proof(act, seat.give(second, "XM-officer-2"), second);
        return TestSeat.container(
                act,
                new SeatProof(
                        List.of(one.assertions().getFirst(), other.assertions().getFirst()),
                        List.of(one.given().getFirst(), other.given().getFirst())));
    }

    private String seatAct(byte[] container, Map<String, Object> entry) throws IOException {
        verify(Files.write(folder.resolve("seat.asice"), container), "--entries", file(List.of(entry)));
        return said;
    }

    /** What is said of an act of XA-1 with one approval. */
    @SafeVarargs
    private String of(Map<String, Object>... entries) throws IOException {
        Path act = Files.write(folder.resolve("act.asice"), FIRST);
        verify(act, "--entries", file(List.of(entries)));
        return said;
    }

    private String file(List<Map<String, Object>> entries) throws IOException {
        return Files.write(
                        folder.resolve("entries.json"),
                        CanonicalJson.write(Map.of("entries", new ArrayList<>(entries))))
                .toString();
    }

    private static Instant days(int fromTheAct) {
        return ACT.plusSeconds(fromTheAct * 86_400L);
    }

    private static Map<String, Object> version(long number, Map<String, Object> before, Instant from, boolean two) {
        return entry("XA-1", number, before, from, two);
    }

    private static Map<String, Object> entry(
            String id, long number, Map<String, Object> before, Instant from, boolean two) {
        KeyPair entry = DirectoryEntriesTest.ENTRY;
        var fields = new TreeMap<String, Object>(DirectoryEntriesTest.fields(
                id,
                number,
                before == null ? "00".repeat(32) : DirectoryEntriesTest.hash(before),
                from,
                TestCertificates.XA,
                TestCertificates.XA_REGISTER,
                entry));
        fields.put("profile", Map.of("twoOfficers", two));
        return DirectoryEntriesTest.sign(fields, entry, null);
    }
}
