package org.comity.seat;

import java.time.Instant;
import java.util.Set;
import org.comity.proof.form.SpokenFingerprint;
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

    /** @throws SeatRefused naming the first field that is missing or wrong */
    void check(String keyHash, Instant now) {
        want("called", !called.isBlank() && called.length() <= LONGEST);
        want("numberFrom", SOURCES.contains(numberFrom));
        want("answeredBy", !answeredBy.isBlank() && answeredBy.length() <= LONGEST);
        want("calledAt", at != null && !at.isAfter(now));
        want("fingerprint", digits(fingerprint).equals(digits(SpokenFingerprint.of(keyHash))));
        want("letter", SeatFiles.pdf(letter));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static void want(String field, boolean holds) {
        if (!holds) throw SeatRefused.missing(field);
    }
}
