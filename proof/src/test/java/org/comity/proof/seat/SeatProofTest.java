package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.proof.register.TestRegister;
import org.comity.proof.seal.Container;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seat.SeatProof.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check on the proof of a seat act refuses by its own name, and nothing right is refused. */
class SeatProofTest {

    private static final Instant LATER = TestCertificates.NOON.plusSeconds(600);
    private static final SeatProof.HostEntries HOST = entry -> Optional.of(
            entry.signedBy(TestCertificates.XB_REGISTER.certificate().getPublicKey()));

    private final TestSeat seat = new TestSeat();
    private final TestPasskey key = TestPasskey.es256();
    private final Given given = seat.give(key, "XM-officer-1");
    private final Act act = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", key, Map.of());

    private static String refusal(Act act, SeatProof proof) {
        return refusal(act, proof, TestSeat.approvals(proof));
    }

    private static String refusal(Act act, SeatProof proof, List<Approval> approvals) {
        try {
            var read = Container.read(TestSeat.container(act, proof, approvals));
            assertThat(read.seat().json()).isEqualTo(proof.json());
            read.seat().require(read.act(), read.approvals(), LATER, HOST);
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }

    private String refusal(Consumer<TestPasskey> wrong) {
        wrong.accept(key);
        return refusal(act, TestSeat.proof(act, given, key));
    }

    @Test
    void a_passkey_approves_exactly_this_act() {
        assertThat(refusal(_ -> {})).isEqualTo("accepted");
    }

    @Test
    void rsa_is_as_good() {
        var rsa = TestPasskey.rs256(2048);
        var byRsa = TestSeat.said(TestSeat.OTHER, "preservation/1", "acknowledge", rsa, Map.of());

        assertThat(refusal(byRsa, TestSeat.proof(byRsa, seat.give(rsa, "XM-officer-2"), rsa)))
                .isEqualTo("accepted");
    }

    @Test
    void an_assertion_over_another_act_is_refused() {
        var other = TestSeat.said(TestSeat.OTHER, "preservation/1", "ask", key, Map.of());

        assertThat(refusal(act, TestSeat.proof(other, given, key))).isEqualTo("seat-challenge");
    }

    @Test
    void other_pages_are_refused() {
        assertThat(refusal(it -> it.origin = "https://belmora.example")).isEqualTo("seat-origin");
    }

    @Test
    void a_device_that_was_asked_by_another_host_is_refused() {
        assertThat(refusal(it -> it.host = "elsewhere.example")).isEqualTo("seat-origin");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x04})
    void a_person_who_was_not_there_or_not_known_is_refused(int flags) {
        assertThat(refusal(it -> it.flags = flags)).isEqualTo("seat-user");
    }

    @Test
    void a_signature_that_is_another_is_refused() {
        var right = key.approves(act.id());
        var other = TestPasskey.es256().approves(act.id());
        var wrong = new SeatAssertion(
                right.authenticatorData(), right.clientDataJson(), right.credential(), right.key(), other.signature());

        assertThat(refusal(act, new SeatProof(List.of(wrong), List.of(given)))).isEqualTo("seat-signature");
    }

    @Test
    void flags_set_after_the_signature_are_refused() {
        key.flags = 0x01;
        var made = key.approves(act.id());
        byte[] data = made.authenticatorData().clone();
        data[32] = TestPasskey.PRESENT_AND_VERIFIED;
        var wrong = new SeatAssertion(data, made.clientDataJson(), made.credential(), made.key(), made.signature());

        assertThat(refusal(act, new SeatProof(List.of(wrong), List.of(given)))).isEqualTo("seat-signature");
    }

    @Test
    void a_key_that_was_given_to_nobody_is_refused() {
        var stranger = TestPasskey.es256();

        assertThat(refusal(act, TestSeat.proof(act, given, stranger))).isEqualTo("seat-key");
    }

    @Test
    void a_key_that_the_act_does_not_name_is_refused() {
        var second = TestPasskey.es256();

        assertThat(refusal(act, TestSeat.proof(act, seat.give(second, "XM-officer-2"), second)))
                .isEqualTo("seat-key");
    }

    @Test
    void a_key_of_another_authority_is_refused() {
        var facts = new TreeMap<>(act.envelope().facts());
        facts.put("speaker", "XN-1");
        var other = changed(act, it -> {
            it.put("facts", facts);
            it.put("addressee", "XN-1");
        });

        assertThat(refusal(other, TestSeat.proof(other, given, key))).isEqualTo("seat-key");
    }

    @Test
    void an_act_that_addresses_another_than_it_speaks_for_is_refused() {
        var other = changed(act, it -> it.put("addressee", "XN-1"));

        assertThat(refusal(other, TestSeat.proof(other, given, key))).isEqualTo("seat-key");
    }

    @Test
    void what_another_act_than_give_says_of_a_key_gives_none() {
        var said = TestSeat.seatAct("host", "requesting", TestSeat.giving(key, "XM-officer-1"));
        var kept = new TestSeat.Kept(TestSeat.SEATS, TestCertificates.NOON);

        assertThat(refusal(act, TestSeat.proof(act, new Given(kept.register(said, null), said.envelope()), key)))
                .isEqualTo("seat-key");
    }

    @Test
    void two_officers_have_two_keys_and_are_two_persons() {
        var second = TestPasskey.es256();
        var right = seat.give(second, "XM-officer-2");
        var same = seat.give(second, "XM-officer-1");

        assertThat(refusal(act, both(second, right))).isEqualTo("accepted");
        assertThat(refusal(act, both(second, same))).isEqualTo("seat-key");
        assertThat(refusal(act, both(key, given))).isEqualTo("seat-key");
    }

    /** R154: what the host says of who approved is what the passkeys say. */
    @Test
    void approvals_name_the_persons_of_the_passkeys_and_nobody_else() {
        var one = TestSeat.proof(act, given, key);
        var second = TestPasskey.es256();
        var two = both(second, seat.give(second, "XM-officer-2"));

        assertThat(refusal(act, one, named("XM-officer-1"))).isEqualTo("accepted");
        assertThat(refusal(act, one, named("XM-officer-9"))).isEqualTo("seat-key");
        assertThat(refusal(act, one, named("XM-officer-1", "XM-officer-2"))).isEqualTo("seat-key");
        assertThat(refusal(act, two, named("XM-officer-1"))).isEqualTo("seat-key");
        assertThat(refusal(act, two, named("XM-officer-2", "XM-officer-1"))).isEqualTo("accepted");
    }

    private static List<Approval> named(String... persons) {
        return Stream.of(persons)
                .map(it -> new Approval(it, "passkey", TestCertificates.NOON))
                .toList();
    }

    private SeatProof both(TestPasskey second, Given its) {
        return new SeatProof(List.of(key.approves(act.id()), second.approves(act.id())), List.of(given, its));
    }

    @Test
    void an_entry_that_another_signed_is_refused() {
        var entry = TestRegister.sign(given.entry().entry(), TestCertificates.XA_REGISTER.key());

        assertThat(refusal(act, TestSeat.proof(act, new Given(entry, given.envelope()), key)))
                .isEqualTo("seat-given");
    }

    @Test
    void an_entry_of_another_act_is_refused() {
        var entry = seat.seats.entries.getFirst();

        assertThat(refusal(act, TestSeat.proof(act, new Given(entry, given.envelope()), key)))
                .isEqualTo("seat-given");
    }

    @Test
    void a_key_whose_giving_had_no_effect_is_refused() {
        var late = new TestSeat.Kept(TestSeat.SEATS, TestCertificates.NOON);
        var give = TestSeat.seatAct("give", "requesting", TestSeat.giving(key, "XM-officer-1"));
        var without = new Given(late.register(give, null), give.envelope());

        assertThat(without.entry().entry().effect()).isEqualTo("not-opened");
        assertThat(refusal(act, TestSeat.proof(act, without, key))).isEqualTo("seat-given");
    }

    @Test
    void a_key_that_was_given_later_is_refused() {
        seat.seats.now = LATER;
        var later = seat.give(key, "XM-officer-1");

        assertThat(refusal(act, TestSeat.proof(act, later, key))).isEqualTo("seat-given");
    }

    @Test
    void an_act_from_a_seat_needs_its_proof_and_another_act_has_none() {
        assertThat(code(() -> Container.read(TestSeat.container(act, null)))).isEqualTo("seat-form");
        assertThat(code(() -> Container.read(TestSeat.container(
                        TestSeat.seatAct("give", "requesting", Map.of()), TestSeat.proof(act, given, key)))))
                .isEqualTo("container-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webauthn.get=webauthn.create",
                "\"crossOrigin\":false=\"crossOrigin\":true",
                "\"crossOrigin\":false=\"topOrigin\":\"https://a.example\"",
                "}=",
                "\"crossOrigin\":false=\"origin\":\"https://a.example\"",
                "}=,\"x\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}"
            })
    void what_the_browser_said_has_one_form(String change) {
        var parts = change.split("=", 2);

        assertThat(refusal(it -> it.client = said -> said.replace(parts[0], parts[1])))
                .isEqualTo("seat-form");
    }

    /** Browsers may say more than they do today. */
    @Test
    void a_further_word_of_the_browser_is_passed_over() {
        assertThat(refusal(it -> it.client = said -> said.replace("}", ",\"other_keys\":\"may come\"}")))
                .isEqualTo("accepted");
    }

    @Test
    void its_form_is_strict() {
        var right = new String(TestSeat.proof(act, given, key).json(), UTF_8);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString("credential".getBytes(UTF_8));

        assertThat(form(right, it -> it)).isEqualTo("accepted");
        assertThat(form(right, it -> it.replace("comity-seat/1", "comity-seat/2")))
                .isEqualTo("seat-form");
        assertThat(form(right, it -> it.replace("{\"assertions\"", "{ \"assertions\"")))
                .isEqualTo("seat-form");
        assertThat(form(right, it -> it.replace(text, text + "=="))).isEqualTo("seat-form");
        assertThat(form(right, it -> it.replace(text, text.substring(0, text.length() - 1) + "x")))
                .isEqualTo("seat-form");
        assertThat(form(right, it -> it.replace("\"format\"", "\"formal\":1,\"format\"")))
                .isEqualTo("seat-form");
        assertThat(form(right, it -> "{\"assertions\":[],\"format\":\"comity-seat/1\",\"given\":[]}"))
                .isEqualTo("seat-form");
        assertThat(form(right, it -> it + " ".repeat(SeatProof.LARGEST))).isEqualTo("seat-form");
        assertThat(refusal(act, new SeatProof(List.of(key.approves(act.id())), List.of(given, given))))
                .isEqualTo("seat-form");
    }

    private static String form(String right, UnaryOperator<String> change) {
        return code(() -> SeatProof.read(change.apply(right).getBytes(UTF_8)));
    }

    @Test
    void a_key_is_of_the_two_kinds_and_long_enough() {
        assertThat(SeatAssertion.publicKey(key.key())).isPresent();
        assertThat(SeatAssertion.publicKey(TestPasskey.rs256(1024).key())).isEmpty();
        assertThat(SeatAssertion.publicKey(
                        TestCertificates.pair("secp384r1").getPublic().getEncoded()))
                .isEmpty();
        assertThat(SeatAssertion.publicKey(Arrays.copyOf(key.key(), key.key().length + 1)))
                .isEmpty();
        assertThat(SeatAssertion.publicKey(new byte[40])).isEmpty();
    }

    @Test
    void a_fingerprint_is_spoken_in_six_groups_of_four() {
        assertThat(SpokenFingerprint.of("ff".repeat(32))).isEqualTo("2089 2581 9614 6291 7470 6175");
        assertThat(SpokenFingerprint.of("0".repeat(19) + "a" + "f".repeat(44)))
                .isEqualTo("0000 0000 0000 0000 0000 0010");
    }

    private static String code(Runnable reading) {
        try {
            reading.run();
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }

    private static Act changed(Act act, Consumer<Map<String, Object>> change) {
        var envelope = new TreeMap<>(act.envelope().json());
        change.accept(envelope);
        return Act.read(CanonicalJson.write(Map.of("envelope", envelope, "body", act.body())));
    }
}
