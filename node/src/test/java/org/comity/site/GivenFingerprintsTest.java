package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What people type or paste as fingerprints. */
class GivenFingerprintsTest {

    private static final String DIGITS = "b81ba65772b4d5e65f4f603909a8aa313f047529047a83206db2b9ef669aa68b";
    private static final String SEAL = "XA-1/seal=" + DIGITS;

    @Test
    void digits_are_read_as_they_are_shown_read_out_and_printed_elsewhere() {
        for (var typed : new String[] {
            SEAL,
            "XA-1/seal= " + DIGITS.replaceAll("(.{8})(?=.)", "$1 "),
            "  XA-1/seal=" + DIGITS.toUpperCase().replaceAll("(..)(?=.)", "$1:"),
            "\u2066XA-1/seal=\u2069" + DIGITS + "\n\nXB-1/seal=\nXB-1/register=\n",
            "./comity verify XA-2026-000001.zip --anchor " + SEAL
        }) {
            assertThat(GivenFingerprints.read(typed).wrong()).as(typed).isNull();
            assertThat(GivenFingerprints.read(typed).anchors()).as(typed).containsExactly(SEAL);
        }
        assertThat(GivenFingerprints.read("./comity verify a.zip --anchor " + SEAL + " --anchor XB-1=" + DIGITS)
                        .anchors())
                .containsExactly(SEAL, "XB-1=" + DIGITS);
    }

    /** Digits that say not whose they are show nothing, and a path would be read. */
    @Test
    void what_is_none_is_named() {
        for (var wrong : new String[] {
            DIGITS,
            SEAL + "00",
            "XA-1/seal=/etc/passwd",
            "--revocations x",
            "XA-1/other=" + DIGITS,
            "XA-1/seal=" + "a:".repeat(34)
        }) {
            assertThat(GivenFingerprints.read(SEAL + "\n" + wrong).wrong()).isEqualTo(wrong);
        }
        assertThat(GivenFingerprints.read(String.join("\n", Collections.nCopies(GivenFingerprints.MOST, SEAL)))
                        .wrong())
                .isNull();
        assertThat(GivenFingerprints.read(String.join("\n", Collections.nCopies(GivenFingerprints.MOST + 1, SEAL)))
                        .wrong())
                .isEqualTo(SEAL);
    }
}
