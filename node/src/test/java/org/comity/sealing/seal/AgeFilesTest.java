package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing.CannotOpen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFilesTest {

    private static final String XA = new KeyFolder(PracticeKeys.folder("XA-1")).ageRecipient();
    private static final String XB = new KeyFolder(PracticeKeys.folder("XB-1")).ageRecipient();

    private final NodeSealing xa = Specimen.stamping("XA-1");
    private final NodeSealing xb = Specimen.stamping("XB-1");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void the_addressee_opens_what_was_sealed_for_it(int length) throws Exception {
        assertThat(xb.open(xa.encrypt(random(length), List.of(XB)))).isEqualTo(random(length));
    }

    @Test
    void each_of_several_recipients_opens_the_same_file() throws Exception {
        var file = xa.encrypt(random(1000), List.of(XA, XB));

        assertThat(xa.open(file)).isEqualTo(xb.open(file)).isEqualTo(random(1000));
    }

    @Test
    void somebody_elses_file_stays_closed() {
        refused(xa, xa.encrypt(random(1000), List.of(XB)), "not-for-us-or-changed");
    }

    @Test
    void a_file_with_any_byte_changed_is_refused() {
        var file = xa.encrypt(random(70_000), List.of(XB));

        for (int at : new int[] {0, 30, 700, 1600, 1700, 2000, 60_000, file.length - 1}) {
            var changed = file.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(CannotOpen.class).as("byte %d", at).isThrownBy(() -> xb.open(changed));
        }
    }

    @Test
    void a_file_cut_short_anywhere_is_refused_also_between_two_chunks() {
        var file = xa.encrypt(random(3 * 65_536), List.of(XB));
        int payload = file.length - (16 + 3 * (65_536 + 16));

        for (int length : new int[] {
            0, 20, payload, payload + 16, payload + 16 + 65_552, payload + 16 + 2 * 65_552, file.length - 1
        }) {
            assertThatExceptionOfType(CannotOpen.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> xb.open(Arrays.copyOf(file, length)));
        }
    }

    @Test
    void a_file_with_something_behind_it_is_refused() {
        var file = xa.encrypt(random(1000), List.of(XB));

        refused(xb, Arrays.copyOf(file, file.length + 1), "not-for-us-or-changed");
    }

    @Test
    void the_largest_file_is_opened_and_a_larger_one_is_not_even_read() throws Exception {
        int most = (int) Specimen.LIMITS.largestAgeFile().toBytes();
        int overhead = xa.encrypt(new byte[most - 100_000], List.of(XB)).length - (most - 100_000);
        var largest = xa.encrypt(new byte[most - overhead - 32], List.of(XB));

        assertThat(largest.length).isBetween(most - 64, most);
        assertThat(xb.open(largest)).hasSize(most - overhead - 32);
        refused(xb, new byte[most + 1], "too-large");
    }

    @Test
    void a_header_of_the_largest_length_is_read_and_a_longer_one_is_not() throws Exception {
        var two = xa.encrypt(random(10), List.of(XB, XB));
        int header = new String(two, ISO_8859_1).indexOf("\n--- ") + 5;

        assertThat(Specimen.reading("XB-1", header).open(two)).isEqualTo(random(10));
        refused(Specimen.reading("XB-1", header - 1), two, "header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "age-encryption.org/v1\n", "age-encryption.org/v1\n--- x\n", "PK\u0003\u0004", "\n--- "})
    void what_is_no_age_file_is_refused(String bytes) {
        assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> xb.open(bytes.getBytes(US_ASCII)));
    }

    @Test
    void nothing_is_sealed_for_nobody_or_for_what_is_no_recipient() {
        assertThatIllegalArgumentException().isThrownBy(() -> xa.encrypt(new byte[1], List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> xa.encrypt(new byte[1], List.of("age1notarecipient")));
    }

    private static void refused(NodeSealing node, byte[] file, String why) {
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> node.open(file))
                .withMessage(why);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
