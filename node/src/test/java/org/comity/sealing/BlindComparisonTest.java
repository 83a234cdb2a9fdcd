package org.comity.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sides compare blindly: both learn what is in both lists, and what else is sent says nothing or is refused. */
class BlindComparisonTest {

    private static final String CONTEXT = "XA to XB, 7f3a";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final BlindComparison velmora = side("mail:a@mail.example", "ip:203.0.113.9", "phone:+5550100");
    private final BlindComparison belmora = side("ip:203.0.113.9", "mail:b@mail.example");

    @Test
    void both_learn_what_both_have_and_nothing_else() {
        var offered = velmora.blinded();
        var theirs = belmora.blinded();
        var returned = belmora.again(offered);
        var last = velmora.again(theirs);

        assertThat(velmora.matches(returned, last)).containsExactly("ip:203.0.113.9");
        assertThat(belmora.matches(last, returned)).containsExactly("ip:203.0.113.9");
    }

    @Test
    void nothing_in_common_matches_nothing() {
        var other = side("mail:c@mail.example");

        assertThat(velmora.matches(other.again(velmora.blinded()), velmora.again(other.blinded())))
                .isEmpty();
    }

    /** RFC 9380, J.1.1: the library's hash is the one that another vendor computes. */
    @ParameterizedTest
    @CsvSource({
        "'', 2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4, 8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415",
        "abc, 0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f, 5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e"
    })
    void the_hash_to_the_curve_is_that_of_the_standard(String message, String x, String y) {
        var point = HashToEllipticCurve.getInstance(
                        HashToCurveProfile.P256_XMD_SHA_256, "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_")
                .hashToCurve(message.getBytes(UTF_8))
                .normalize();

        assertThat(point.getAffineXCoord().toBigInteger()).isEqualTo(new BigInteger(x, 16));
        assertThat(point.getAffineYCoord().toBigInteger()).isEqualTo(new BigInteger(y, 16));
    }

    /** Secrets 1 and 2: a vector for another vendor, computed by this program and then fixed. */
    @Test
    void a_vector_stays_as_it_is() {
        var one = BlindComparison.resume("vector", List.of("mail:a@mail.example"), number(1));
        var two = BlindComparison.resume("vector", List.of("mail:a@mail.example"), number(2));

        assertThat(one.blinded()).containsExactly(VECTOR_ONE);
        assertThat(two.blinded()).containsExactly(VECTOR_TWO);
        assertThat(two.again(one.blinded())).isEqualTo(two.blinded());
    }

    @Test
    void the_same_list_is_blinded_otherwise_each_time_and_in_another_context() {
        var again = side("ip:203.0.113.9", "mail:b@mail.example");
        var elsewhere = BlindComparison.resume("other", List.of("ip:203.0.113.9"), belmora.secret());

        assertThat(again.blinded()).doesNotContainAnyElementsOf(belmora.blinded());
        assertThat(belmora.blinded()).doesNotContainAnyElementsOf(elsewhere.blinded());
    }

    @Test
    void what_was_sent_in_another_comparison_matches_nothing() {
        var earlier = side("ip:203.0.113.9");
        var replayed = earlier.blinded();

        assertThat(velmora.matches(belmora.again(velmora.blinded()), velmora.again(replayed)))
                .isEmpty();
    }

    @Test
    void a_side_goes_on_after_a_restart_with_its_secret() {
        var resumed = BlindComparison.resume(
                CONTEXT, List.of("phone:+5550100", "ip:203.0.113.9", "mail:a@mail.example"), velmora.secret());

        assertThat(resumed.blinded()).isEqualTo(velmora.blinded());
    }

    @Test
    void the_order_in_which_entries_were_typed_is_not_seen() {
        var blinded = velmora.blinded();

        assertThat(blinded).isEqualTo(List.copyOf(new TreeSet<>(blinded)));
    }

    @Test
    void our_own_points_sent_back_are_refused() {
        refused("reflected", () -> velmora.again(velmora.blinded()));
        refused("reflected", () -> velmora.matches(velmora.blinded(), velmora.again(belmora.blinded())));
    }

    @Test
    void as_many_come_back_as_were_sent() {
        var returned = belmora.again(velmora.blinded());

        refused("returned", () -> velmora.matches(returned.subList(1, 3), velmora.again(belmora.blinded())));
    }

    @Test
    void one_point_twice_is_refused() {
        refused(
                "twice",
                () -> velmora.again(Collections.nCopies(2, belmora.blinded().getFirst())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "020000000000000000000000000000000000000000000000000000000000000000ff",
                "02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "04c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5",
                "zz"
            })
    void what_is_no_point_of_the_group_is_refused(String point) {
        refused("point", () -> velmora.again(List.of(point)));
    }

    /** No point of the curve has this first coordinate, and one of another curve may have. */
    @Test
    void a_point_beside_the_curve_is_refused() {
        var beside = IntStream.range(1, 50)
                .mapToObj("02%064x"::formatted)
                .filter(it -> {
                    try {
                        BlindComparison.checked(List.of(it));
                        return false;
                    } catch (BlindComparisonRefused notOfIt) {
                        return notOfIt.what().equals("point");
                    }
                })
                .toList();

        // About half of all numbers are the first coordinate of a point.
        assertThat(beside).hasSizeBetween(10, 40);
        refused("point", () -> velmora.again(List.of(beside.getFirst())));
    }

    @Test
    void a_list_is_neither_empty_nor_longer_than_allowed() {
        var many = new ArrayList<String>();
        IntStream.rangeClosed(0, BlindComparison.MOST).forEach(it -> many.add("phone:+555%04d".formatted(it)));

        refused("count", () -> side());
        refused("count", () -> BlindComparison.begin(CONTEXT, many, RANDOM));
        refused("count", () -> velmora.again(List.of()));
        assertThat(BlindComparison.begin(CONTEXT, many.subList(1, many.size()), RANDOM)
                        .blinded())
                .hasSize(BlindComparison.MOST);
    }

    @Test
    void a_secret_outside_the_group_is_refused() {
        refused("secret", () -> BlindComparison.resume(CONTEXT, Set.of("a"), new byte[32]));
        refused("secret", () -> BlindComparison.resume(CONTEXT, Set.of("a"), ORDER.toByteArray()));
    }

    private static BlindComparison side(String... entries) {
        return BlindComparison.begin(CONTEXT, List.of(entries), RANDOM);
    }

    private static byte[] number(int secret) {
        return BigInteger.valueOf(secret).toByteArray();
    }

    private static void refused(String what, ThrowingCallable doing) {
        assertThatExceptionOfType(BlindComparisonRefused.class)
                .isThrownBy(doing)
                .satisfies(it -> assertThat(it.what()).isEqualTo(what));
    }

    private static final String VECTOR_ONE = "029c90fef4adcd1e8cc1cc1835ca92a7e223df9898403a332298a6c8d732aa4bf6";
    private static final String VECTOR_TWO = "0338fb933a591a9c5e2a5a912f768356f34697c7949237996dfe48be31ea7a82fb";
}
