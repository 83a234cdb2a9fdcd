package org.comity.seat;

import java.time.Instant;
import java.util.Set;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.seat.SeatRefused.Need;
import org.jspecify.annotations.Nullable;

/**
 * How the authority was rung after the person made the key (R151), and what the person read aloud.
 *
 * @param numberFrom where the number is from: never the letter itself
 * @param fingerprint as typed while it was read aloud
 * @param letter the authority's letter that names the person, a PDF
 */
record SeatCall(
        String called,
        String numberFrom,
        String answeredBy,
        @Nullable Instant at,
        String fingerprint,
        byte[] letter) {

    static final Set<String> SOURCES = Set.of("directory", "gazette", "embassy", "earlier-contact");

    private static final int LONGEST = 200;

    /** @throws SeatRefused naming every field that is missing or wrong */
    void check(String keyHash, Instant now) {
        SeatRefused.unless(
                new Need("called", !called.isBlank() && called.length() <= LONGEST),
                new Need("numberFrom", SOURCES.contains(numberFrom)),
                new Need("answeredBy", !answeredBy.isBlank() && answeredBy.length() <= LONGEST),
                new Need("calledAt", at != null && !at.isAfter(now)),
                new Need("fingerprint", digits(fingerprint).equals(digits(SpokenFingerprint.of(keyHash)))),
                new Need("letter", SeatFiles.pdf(letter)));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
