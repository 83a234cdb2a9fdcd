package org.comity.proof.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules R30 to R39 of docs/protocol: entries, their chain and their keeper. */
class RegisterTest {

    private static final PublicKey KEEPER =
            TestCertificates.XB_REGISTER.certificate().getPublicKey();
    private static final List<SignedEntry> RIGHT = TestRegister.of(act(1), act(2), act(3), act(4));

    @Test
    void a_register_without_its_acts_holds_and_says_that_effects_are_not_recomputed() {
        var verdict = verify(RIGHT);

        assertThat(verdict.holds()).isTrue();
        assertThat(codes(verdict, Outcome.HELD)).containsExactly("entry", "entry", "entry", "entry");
        assertThat(codes(verdict, Outcome.NOT_CHECKED)).containsExactly("effects");
    }

    @Test
    void an_empty_register_shows_nothing() {
        assertThat(verify(List.of()).holds()).isFalse();
    }

    @Test
    void an_entry_left_out_moved_or_repeated_is_found() {
        assertThat(failed(without(0))).containsExactly("entry-number", "entry-previous");
        assertThat(failed(without(1))).containsExactly("entry-number", "entry-previous");
        var swapped = new ArrayList<>(RIGHT);
        Collections.swap(swapped, 1, 2);
        assertThat(failed(swapped)).contains("entry-number", "entry-previous");
        var repeated = new ArrayList<>(RIGHT);
        repeated.add(RIGHT.getLast());
        assertThat(failed(repeated)).contains("entry-number", "act-twice").doesNotContain("fork");
    }

    @Test
    void a_stretch_that_goes_on_behind_an_entry_is_checked_from_there() {
        var before = RIGHT.get(1).entry();

        assertThat(codes(behind(before, RIGHT.subList(2, 4)), Outcome.HELD)).containsExactly("entry", "entry");
        assertThat(codes(behind(before, RIGHT.subList(3, 4)), Outcome.FAILED))
                .containsExactly("entry-number", "entry-previous");
        assertThat(codes(behind(RIGHT.get(0).entry(), RIGHT.subList(2, 4)), Outcome.FAILED))
                .isNotEmpty();
        assertThat(codes(behind(before, List.of()), Outcome.FAILED)).isEmpty();
    }

    private static Verdict behind(Entry before, List<SignedEntry> entries) {
        return Register.verify(TestActs.NETWORK, TestActs.THREAD, before, entries, _ -> KEEPER);
    }

    @Test
    void an_entry_of_another_thread_or_network_is_found() {
        assertThat(codes(Register.verify("cd".repeat(32), TestActs.THREAD, RIGHT, Map.of(), KEEPER), Outcome.FAILED))
                .hasSize(4)
                .containsOnly("entry-thread");
        assertThat(codes(
                        Register.verify(TestActs.NETWORK, TestActs.THREAD.replace('0', '1'), RIGHT, Map.of(), KEEPER),
                        Outcome.FAILED))
                .hasSize(4)
                .containsOnly("entry-thread");
    }

    @Test
    void a_signature_by_another_key_is_found() {
        assertThat(codes(
                        Register.verify(
                                TestActs.NETWORK,
                                TestActs.THREAD,
                                RIGHT,
                                Map.of(),
                                TestCertificates.XA.certificate().getPublicKey()),
                        Outcome.FAILED))
                .hasSize(4)
                .containsOnly("entry-signature");
        assertThat(new SignedEntry(RIGHT.getFirst().entry(), "").signedBy(KEEPER))
                .isFalse();
        assertThat(new SignedEntry(RIGHT.getFirst().entry(), "!").signedBy(KEEPER))
                .isFalse();
    }

    @Test
    void one_act_has_one_entry() {
        assertThat(failed(TestRegister.of(act(1), act(2), act(1)))).containsExactly("act-twice");
    }

    @Test
    void two_entries_with_one_number_are_proof_against_the_keeper() {
        var other = TestRegister.sign(TestRegister.entry(RIGHT.subList(0, 2), act(9), "00".repeat(32)));
        var all = new ArrayList<>(RIGHT);
        all.add(other);

        var fork = Register.fork(all, KEEPER).orElseThrow();

        assertThat(fork.one()).isEqualTo(RIGHT.get(2));
        assertThat(fork.other()).isEqualTo(other);
        assertThat(fork.proves(KEEPER)).isTrue();
        assertThat(failed(all)).contains("fork");
    }

    @Test
    void what_the_keeper_did_not_sign_proves_nothing_against_it() {
        var forged = TestRegister.sign(
                TestRegister.entry(RIGHT.subList(0, 2), act(9), "00".repeat(32)), TestCertificates.XA.key());

        for (int place : new int[] {0, 2, 4}) {
            var all = new ArrayList<>(RIGHT);
            all.add(place, forged);
            assertThat(Register.fork(all, KEEPER)).isEmpty();
        }
        assertThat(new Register.Fork(RIGHT.get(2), forged).proves(KEEPER)).isFalse();
        assertThat(new Register.Fork(RIGHT.get(2), RIGHT.get(2)).proves(KEEPER)).isFalse();
        assertThat(new Register.Fork(RIGHT.get(1), RIGHT.get(2)).proves(KEEPER)).isFalse();
    }

    @Test
    void a_change_of_any_byte_of_any_entry_is_found() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RegisterTest -Dseed=" + seed);
        var chance = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int which = chance.nextInt(RIGHT.size());
            byte[] json = RIGHT.get(which).json();
            json[chance.nextInt(json.length)] ^= (byte) (1 << chance.nextInt(8));
            try {
                var changed = new ArrayList<>(RIGHT);
                changed.set(which, SignedEntry.read(json));
                assertThat(verify(changed).holds()).isFalse();
            } catch (Malformed refused) {
                assertThat(refused.code()).isIn("json", "not-canonical", "field", "fields");
            }
        }
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        assertThat(SignedEntry.read(RIGHT.get(2).json())).isEqualTo(RIGHT.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "network, xx",
        "thread, xx",
        "previous, xx",
        "act, xx",
        "container, xx",
        "time, yesterday",
        "effect, no effect",
        "state, xx",
        "n, one"
    })
    void an_entry_of_another_form_is_refused(String field, String value) {
        assertRefused("field", () -> SignedEntry.read(changed(it -> it.put(field, value))));
        assertRefused("fields", () -> SignedEntry.read(changed(it -> it.remove(field))));
    }

    @Test
    void numbers_begin_with_one() {
        assertThat(SignedEntry.read(changed(it -> it.put("n", 1))).entry().n()).isEqualTo(1);
        assertRefused("field", () -> SignedEntry.read(changed(it -> it.put("n", 0))));
        assertRefused("field", () -> SignedEntry.read(changed(it -> it.put("n", -1))));
    }

    @ParameterizedTest
    @CsvSource({"AAAA, true", "AAA=, true", "AAA, false", "AAB=, false", "A A=, false", "-_-_, false"})
    void a_signature_has_one_spelling(String signature, boolean allowed) {
        byte[] json = CanonicalJson.write(
                Map.of("entry", CanonicalJson.read(RIGHT.getFirst().entry().json()), "signature", signature));
        if (allowed) {
            assertThat(SignedEntry.read(json).signature()).isEqualTo(signature);
        } else {
            assertRefused("field", () -> SignedEntry.read(json));
        }
    }

    @Test
    void limit_of_signatures() {
        assertThat(signed("A".repeat(200)).signature()).hasSize(200);
        assertRefused("field", () -> signed("A".repeat(204)));
    }

    private static SignedEntry signed(String signature) {
        return SignedEntry.read(CanonicalJson.write(
                Map.of("entry", CanonicalJson.read(RIGHT.getFirst().entry().json()), "signature", signature)));
    }

    private static byte[] changed(Consumer<Map<String, Object>> change) {
        var entry = new TreeMap<>(CanonicalJson.read(RIGHT.getFirst().entry().json()));
        change.accept(entry);
        return CanonicalJson.write(
                Map.of("entry", entry, "signature", RIGHT.getFirst().signature()));
    }

    private static List<SignedEntry> without(int place) {
        return IntStream.range(0, RIGHT.size())
                .filter(it -> it != place)
                .mapToObj(RIGHT::get)
                .toList();
    }

    private static Verdict verify(List<SignedEntry> entries) {
        return Register.verify(TestActs.NETWORK, TestActs.THREAD, entries, Map.of(), KEEPER);
    }

    private static List<String> failed(List<SignedEntry> entries) {
        return codes(verify(entries), Outcome.FAILED);
    }

    private static List<String> codes(Verdict verdict, Outcome outcome) {
        return verdict.checks().stream()
                .filter(it -> it.outcome() == outcome)
                .map(Check::code)
                .toList();
    }

    private static String act(int n) {
        return Digests.sha256(Integer.toString(n).getBytes(UTF_8));
    }
}
