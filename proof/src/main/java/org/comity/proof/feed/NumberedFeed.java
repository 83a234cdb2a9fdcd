package org.comity.proof.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one of the feeds of a host before an audience: the first by the audience alone, each that continues it with a number.
 *
 * @param number from 1
 */
public record NumberedFeed(Audience audience, int number) {

    /** A host that fills more has another reason to be looked at. */
    public static final int MOST = 9;

    private static final Pattern WORD = Pattern.compile("([a-z]+)(?:-([2-9]))?");

    public NumberedFeed {
        if (number < 1 || number > MOST) throw new IllegalArgumentException("a feed has a number from 1 to " + MOST);
    }

    public static NumberedFeed first(Audience audience) {
        return new NumberedFeed(audience, 1);
    }

    public static Optional<NumberedFeed> of(String word) {
        var parts = WORD.matcher(word);
        if (!parts.matches()) return Optional.empty();
        int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return Audience.of(parts.group(1)).map(it -> new NumberedFeed(it, number));
    }

    /** As paths, origins and envelopes write it, e.g. {@code public} and {@code public-2}. */
    public String word() {
        return number == 1 ? audience.word() : audience.word() + "-" + number;
    }

    /** The one that continues it; empty behind the last. */
    public Optional<NumberedFeed> next() {
        return number < MOST ? Optional.of(new NumberedFeed(audience, number + 1)) : Optional.empty();
    }
}
