package org.comity.exchange.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class As4WireTest {

    private static Wire wire;

    @BeforeAll
    static void open() throws Exception {
        wire = new Wire();
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @BeforeEach
    void forget() {
        wire.received.clear();
        wire.refusals.clear();
        wire.refuseWith = null;
    }

    @Test
    void a_parcel_arrives_as_it_was_sent_and_its_receipt_is_verified() throws Exception {
        byte[] sent = bytes(40_000);

        wire.carry(new PracticeNodeKeys("XA-1"), Wire.parcel(sent));

        assertThat(wire.received).singleElement().satisfies(it -> {
            assertThat(it.ageFile()).isEqualTo(sent);
            assertThat(it.action()).isEqualTo(Parcel.Action.ACT);
            assertThat(it.from()).isEqualTo("XA-1");
            assertThat(it.to()).isEqualTo("XB-1");
        });
        assertThat(wire.as4).isEqualTo(PracticeWorld.certificate("XA-1", "as4"));
        assertThat(wire.tls).isEqualTo(PracticeWorld.certificate("XA-1", "tls"));
    }

    @Test
    void age_files_that_leave_together_arrive_in_order_under_one_receipt() throws Exception {
        var sent = List.of(bytes(30_000), bytes(20_000), bytes(1));

        wire.carry(new PracticeNodeKeys("XA-1"), new Parcel(Parcel.Action.ACT, "XA-1", "XB-1", "thread", sent, null));

        assertThat(wire.received)
                .singleElement()
                .satisfies(it -> assertThat(it.ageFiles()).containsExactlyElementsOf(sent));
    }

    @Test
    void the_time_of_the_sender_travels_in_the_message() throws Exception {
        wire.senders = Clock.fixed(Instant.parse("2027-03-01T12:00:00.123Z"), ZoneOffset.UTC);

        wire.carry(new PracticeNodeKeys("XA-1"), Wire.parcel(bytes(10)));

        wire.senders = Clock.systemUTC();
        assertThat(wire.heard).contains(Instant.parse("2027-03-01T12:00:00.123Z"));
    }

    @Test
    void a_refusal_of_the_door_comes_back_with_its_code() {
        wire.refuseWith = new Refusal("wrong-network", "practice");

        assertThat(refused(new PracticeNodeKeys("XA-1"), bytes(100)).code()).isEqualTo("wrong-network");
        assertThat(wire.received).isEmpty();
    }

    @Test
    void a_field_that_is_at_fault_comes_back_beside_the_code() {
        wire.refuseWith = new Refusal("preservation.incomplete", "of a person's case", "ip-zone");
        var refused = refused(new PracticeNodeKeys("XA-1"), bytes(100));
        assertThat(refused.code()).isEqualTo("preservation.incomplete");
        assertThat(refused).hasMessage("refused by the other door ip-zone");

        wire.refuseWith = new Refusal("preservation.incomplete", "", "what somebody wrote, or 🙂");
        assertThat(refused(new PracticeNodeKeys("XA-1"), bytes(100))).hasMessage("refused by the other door");
    }

    @Test
    void a_connection_with_a_certificate_that_nobody_pinned_is_not_made() {
        var failed = refused(new PracticeNodeKeys("XA-1", "XA-1", "XC-1"), bytes(100));

        assertThat(failed.reached()).isFalse();
        assertThat(wire.refusals).contains("unknown-certificate");
        assertThat(wire.received).isEmpty();
    }

    @Test
    void an_unsigned_or_unencrypted_message_is_refused() {
        assertThat(Bare.message(wire, false, false)).isEqualTo("not-signed");
        assertThat(Bare.message(wire, false, true)).isEqualTo("not-signed");
        assertThat(Bare.message(wire, true, false)).isEqualTo("not-encrypted");
        assertThat(wire.refusals).containsExactly("not-signed", "not-signed", "not-encrypted");
        assertThat(wire.received).isEmpty();
    }

    @Test
    void a_message_too_large_for_the_port_is_refused_before_any_parser() {
        var keys = new PracticeNodeKeys("XA-1");
        // The port closes on what it did not read: then the answer may be lost, and a sender is told when it tries
        // again.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> refused(keys, bytes(614_400)).code(), "oversized"::equals);
        assertThat(wire.received).isEmpty();
        assertThat(wire.refusals).containsOnly("oversized");
    }

    @Test
    void what_is_not_a_signed_receipt_of_the_addressee_does_not_count() {
        wire.world.put(
                PracticeWorld.participant("XB-1", withAs4Of("XC-1", PracticeWorld.node("XB-1", wire.port.address()))));
        try {
            assertThat(refused(new PracticeNodeKeys("XA-1"), bytes(100)).reached())
                    .isTrue();
            assertThat(wire.received).isEmpty();
        } finally {
            wire.world.with("XB-1", wire.port.address());
        }
    }

    private static org.comity.directory.Participant.NodeAddress withAs4Of(
            String id, org.comity.directory.Participant.NodeAddress node) {
        return new org.comity.directory.Participant.NodeAddress(
                node.as4(),
                node.seal(),
                PracticeWorld.certificate(id, "as4"),
                node.tls(),
                node.register(),
                node.ageRecipient(),
                node.procedures());
    }

    private static NotCarried refused(PracticeNodeKeys keys, byte[] bytes) {
        return catchThrowableOfType(NotCarried.class, () -> wire.carry(keys, Wire.parcel(bytes)));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
