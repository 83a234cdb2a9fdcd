package org.comity.proof.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.comity.proof.Malformed;
import org.comity.proof.act.Act;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R155: every bit of what a passkey signed, of its signature and of its key is changed, one after the other, and each change is
 * refused by the check that it is for. The credential's id alone is signed by nobody but the host.
 */
@Tag("long")
class ChangedAssertionsTest {

    /** An entry that is not changed is looked at once. */
    private static final Map<SignedEntry, Boolean> SIGNED = new ConcurrentHashMap<>();

    private static final SeatProof.HostEntries HOST = entry -> Optional.of(SIGNED.computeIfAbsent(
            entry, it -> it.signedBy(TestCertificates.XB_REGISTER.certificate().getPublicKey())));
    private static final boolean FULL = Boolean.getBoolean("comity.full");
    private static final int HOST_HASH = 32;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;

    private final TestSeat seat = new TestSeat();

    /** What a change of each part may be called; nothing else, and never nothing. */
    private enum Part {
        AUTHENTICATOR("seat-origin", "seat-user", "seat-signature"),
        CLIENT("seat-form", "seat-challenge", "seat-origin", "seat-signature"),
        SIGNATURE("seat-signature"),
        // A key in another spelling that still reads as the same is told by its hash.
        KEY("seat-form", "seat-signature", "seat-key");

        private final Set<String> codes;

        Part(String... codes) {
            this.codes = Set.of(codes);
        }

        byte[] of(SeatAssertion it) {
            return switch (this) {
                case AUTHENTICATOR -> it.authenticatorData();
                case CLIENT -> it.clientDataJson();
                case SIGNATURE -> it.signature();
                case KEY -> it.key();
            };
        }

        SeatAssertion with(SeatAssertion it, byte[] part) {
            return new SeatAssertion(
                    this == AUTHENTICATOR ? part : it.authenticatorData(),
                    this == CLIENT ? part : it.clientDataJson(),
                    it.credential(),
                    this == KEY ? part : it.key(),
                    this == SIGNATURE ? part : it.signature());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void each_change_of_an_assertion_is_refused_by_its_own_name(boolean rsa) {
        var key = rsa ? TestPasskey.rs256(2048) : TestPasskey.es256();
        var given = seat.give(key, "XM-officer-1");
        var act = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", key, Map.of());
        var right = key.approves(act.id());
        assertThat(refusal(act, right, given)).isEqualTo("accepted");

        var wrong = new ArrayList<String>();
        for (var part : Part.values()) {
            byte[] bytes = part.of(right);
            for (int i = 0; i < bytes.length; i++) {
                for (int bit : bits(part, i)) {
                    byte[] changed = bytes.clone();
                    changed[i] ^= (byte) (1 << bit);
                    var code = refusal(act, part.with(right, changed), given);
                    if (!expected(part, i, bit).contains(code)) {
                        wrong.add("%s byte %d bit %d: %s".formatted(part, i, bit, code));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A plain run turns one bit of each byte, in turns, and all of the byte that says who was there; a full one all of all. */
    private static int[] bits(Part part, int at) {
        boolean all = FULL || part == Part.AUTHENTICATOR && at == HOST_HASH;
        return all ? IntStream.range(0, 8).toArray() : new int[] {at % 8};
    }

    /** Of what the device signed each byte has its own check: whose pages, who was there, how often it was used. */
    private static Set<String> expected(Part part, int at, int bit) {
        if (part != Part.AUTHENTICATOR) return part.codes;
        if (at < HOST_HASH) return Set.of("seat-origin");
        boolean there = at == HOST_HASH && (1 << bit == PRESENT || 1 << bit == VERIFIED);
        return Set.of(there ? "seat-user" : "seat-signature");
    }

    @Test
    void each_part_of_another_assertion_in_its_place_is_refused_by_its_own_name() {
        var key = TestPasskey.es256();
        var given = seat.give(key, "XM-officer-1");
        var second = TestPasskey.es256();
        var secondGiven = seat.give(second, "XM-officer-2");
        var act = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", key, Map.of());
        var earlier = TestSeat.said(TestSeat.OTHER, "preservation/1", "ask", key, Map.of());
        var right = key.approves(act.id());
        var old = key.approves(earlier.id());
        var theirs = second.approves(act.id());

        var found = new HashSet<String>();
        assertThat(refusal(act, old, given)).isEqualTo("seat-challenge");
        assertThat(refusal(act, Part.SIGNATURE.with(right, old.signature()), given))
                .isEqualTo("seat-signature");
        assertThat(refusal(act, Part.SIGNATURE.with(right, theirs.signature()), given))
                .isEqualTo("seat-signature");
        assertThat(refusal(act, Part.KEY.with(right, theirs.key()), given)).isEqualTo("seat-signature");
        // Key and giving of another person, each right by itself: the act names the first.
        assertThat(refusal(act, theirs, secondGiven)).isEqualTo("seat-key");
        assertThat(refusal(act, theirs, given)).isEqualTo("seat-key");
        assertThat(refusal(act, right, secondGiven)).isEqualTo("seat-key");
        assertThat(refusal(act, right, new Given(secondGiven.entry(), given.envelope())))
                .isEqualTo("seat-given");
        for (int cut : new int[] {0, 36, 38}) {
            found.add(refusal(
                    act,
                    Part.AUTHENTICATOR.with(right, java.util.Arrays.copyOf(right.authenticatorData(), cut)),
                    given));
        }
        assertThat(found).isSubsetOf("seat-form", "seat-signature").isNotEmpty();
    }

    private static String refusal(Act act, SeatAssertion assertion, Given given) {
        try {
            var proof = SeatProof.read(new SeatProof(List.of(assertion), List.of(given)).json());
            proof.require(act, TestSeat.approvals(proof), TestCertificates.NOON.plusSeconds(600), HOST);
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }
}
