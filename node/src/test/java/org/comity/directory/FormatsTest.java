package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.OPERATOR;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Root, list, entry and revocation: what is written is read back, what is not exactly so is refused. */
class FormatsTest {

    @Test
    void an_entry_is_read_back_as_it_was_signed() {
        var signed = anEntry().signed();

        var read = SignedParticipantEntry.read(signed.json());

        assertThat(read).isEqualTo(signed);
        assertThat(read.entry().hash()).isEqualTo(signed.entry().hash());
        assertThat(read.signedByItself()).isTrue();
    }

    @Test
    void an_entry_with_one_changed_word_is_not_signed_by_itself() {
        var text = new String(anEntry().signed().json(), UTF_8);

        var read = SignedParticipantEntry.read(
                text.replace("Night Desk", "Night desk").getBytes(UTF_8));

        assertThat(read.signedByItself()).isFalse();
    }

    @Test
    void an_endorsement_counts_for_the_key_that_made_it() {
        var recovery = newKey();
        var signed = anEntry().keys(newKey(), recovery).signed().endorse(recovery.getPrivate());

        assertThat(signed.endorsedBy(DirectorySignatures.text(recovery.getPublic())))
                .isTrue();
        assertThat(signed.endorsedBy(signed.entry().keys().entry())).isFalse();
        assertThat(SignedParticipantEntry.read(signed.json())).isEqualTo(signed);
    }

    @ParameterizedTest
    @CsvSource({
        "id, xb-1",
        "version, 0",
        "signedAt, 2026-11-24T12:00:00.0001Z",
        "zone, Nowhere/Town",
        "phone, call me",
        "mail, nobody",
        "previous, 00",
        "format, comity-entry/2",
        "kind, embassy"
    })
    void an_entry_with_a_field_out_of_bounds_is_refused(String field, String value) {
        var json = new TreeMap<>(CanonicalJson.read(anEntry().unsigned().json()));
        json.put(field, value.equals("0") ? (Object) 0 : value);

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> ParticipantEntry.read(CanonicalJson.write(json)));
    }

    @Test
    void an_entry_says_what_kind_it_is_and_one_from_before_there_were_kinds_is_a_contact_point() {
        var secretariat = anEntry().kind(ParticipantKind.SECRETARIAT).signed();

        var read = SignedParticipantEntry.read(secretariat.json());
        assertThat(read).isEqualTo(secretariat);
        assertThat(read.entry().participant(NOON).kind()).isEqualTo(ParticipantKind.SECRETARIAT);
        assertThat(anEntry().unsigned().participant(NOON).kind()).isEqualTo(ParticipantKind.CONTACT_POINT);
        assertThat(new String(anEntry().unsigned().json(), UTF_8)).doesNotContain("kind");
    }

    @Test
    void an_entry_with_a_field_more_or_less_is_refused() {
        var more = new TreeMap<>(CanonicalJson.read(anEntry().unsigned().json()));
        more.put("rank", 1);
        var less = new TreeMap<>(CanonicalJson.read(anEntry().unsigned().json()));
        less.remove("hours");

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> ParticipantEntry.read(CanonicalJson.write(more)));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> ParticipantEntry.read(CanonicalJson.write(less)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/as4", "https://user@host/as4", "https:///as4", "file:///etc/passwd"})
    void a_node_is_reached_by_https_and_nothing_else(String address) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() ->
                        ParticipantEntry.read(anEntry().as4(address).unsigned().json()));
    }

    @Test
    void the_longest_hours_pass_and_one_character_more_does_not() {
        assertThat(ParticipantEntry.read(
                                anEntry().hours("h".repeat(200)).unsigned().json())
                        .hours())
                .hasSize(200);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> ParticipantEntry.read(
                        anEntry().hours("h".repeat(201)).unsigned().json()));
    }

    @Test
    void an_oversized_entry_is_refused_before_it_is_parsed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedParticipantEntry.read(new byte[ParticipantEntry.LARGEST + 1]))
                .satisfies(it -> assertThat(it.code()).isEqualTo("too-large"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedParticipantEntry.read(new byte[ParticipantEntry.LARGEST]))
                .satisfies(it -> assertThat(it.code()).isNotEqualTo("too-large"));
    }

    @Test
    void a_list_is_signed_for_its_own_network_only() {
        var signed = list(3).sign(OPERATOR.getPrivate());

        var read = DirectoryList.Signed.read(signed.json());

        assertThat(read).isEqualTo(signed);
        assertThat(read.signedFor(NETWORK)).isTrue();
        assertThat(read.signedFor(Network.of("Other", OPERATOR.getPublic(), true, NOON)))
                .isFalse();
        assertThat(read.signedFor(new Network(
                        NETWORK.name(),
                        DirectorySignatures.text(newKey().getPublic()),
                        NETWORK.practice(),
                        NETWORK.created())))
                .isFalse();
    }

    @Test
    void a_list_is_valid_seven_days_and_not_a_millisecond_longer() {
        var week = list(1);
        var longer = new DirectoryList(
                week.network(),
                1,
                week.previous(),
                NOON,
                NOON.plus(Duration.ofDays(7)).plusMillis(1),
                week.lines());

        assertThat(DirectoryList.Signed.read(week.sign(OPERATOR.getPrivate()).json()))
                .isNotNull();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> DirectoryList.Signed.read(
                        longer.sign(OPERATOR.getPrivate()).json()));
    }

    @Test
    void a_list_names_nobody_twice() {
        var line = new DirectoryList.Line("XA-1", 1, "0".repeat(64));
        var list = new DirectoryList(
                NETWORK.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plusSeconds(60), List.of(line, line));

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> DirectoryList.Signed.read(
                        list.sign(OPERATOR.getPrivate()).json()));
    }

    @Test
    void two_thousand_entries_pass_and_one_more_does_not() {
        assertThat(DirectoryList.Signed.read(
                                list(2_000).sign(OPERATOR.getPrivate()).json())
                        .list()
                        .lines())
                .hasSize(2_000);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> DirectoryList.Signed.read(
                        list(2_001).sign(OPERATOR.getPrivate()).json()))
                .satisfies(it -> assertThat(it.code()).isEqualTo("too-many"));
    }

    @Test
    void a_root_names_its_network_by_its_hash() {
        assertThat(Network.read(NETWORK.json())).isEqualTo(NETWORK);
        assertThat(NETWORK.id()).hasSize(64);
        assertThat(new Network(NETWORK.name(), NETWORK.operator(), false, NETWORK.created()).id())
                .isNotEqualTo(NETWORK.id());
    }

    @Test
    void a_revocation_counts_by_the_recovery_key() {
        var recovery = newKey();
        var revocation =
                SignedRevocation.sign(NETWORK.id(), "XB-1", 4, NOON, NOON.minusSeconds(60), recovery.getPrivate());

        var read = SignedRevocation.read(revocation.json());

        assertThat(read).isEqualTo(revocation);
        assertThat(read.signedBy(DirectorySignatures.text(recovery.getPublic())))
                .isTrue();
        assertThat(read.signedBy(DirectorySignatures.text(newKey().getPublic())))
                .isFalse();
    }

    private static DirectoryList list(int entries) {
        var lines = IntStream.range(0, entries)
                .mapToObj(it -> new DirectoryList.Line("XA-" + it, 1, "%064x".formatted(it)))
                .toList();
        return new DirectoryList(
                NETWORK.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plus(Duration.ofDays(7)), lines);
    }
}
