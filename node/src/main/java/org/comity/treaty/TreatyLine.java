package org.comity.treaty;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * One action as a notification of the depositary tells it.
 *
 * @param party two letters of the State, or a short name of the organisation
 * @param name as the depositary writes it
 * @param organisation a regional economic integration organisation: shown, and not counted
 * @param number of the depositary's notification, e.g. {@code C.N.1.2027.TREATIES-XVIII.16}
 * @param source where it was read
 * @param article that it bears on, or empty
 * @param words of a reservation or declaration, or a remark; may be empty
 */
public record TreatyLine(
        String party,
        String name,
        boolean organisation,
        TreatyStep step,
        LocalDate day,
        String number,
        String source,
        String article,
        String words) {

    /** Of {@link #words}: as many characters as an act or a letter says. */
    public static final int LONGEST_WORDS = 8_000;

    /** Does it bear one of these names? A State's full name holds its short one. */
    boolean called(Set<String> names) {
        var written = name.toLowerCase(Locale.ROOT);
        return names.stream().map(it -> it.toLowerCase(Locale.ROOT)).anyMatch(written::contains);
    }

    /** Do both tell of the same thing? Of one article there may be several statements on one day, each in its own words. */
    boolean same(TreatyLine other) {
        return sameButForWords(other) && (!step.inWords() || words.equals(other.words));
    }

    boolean sameButForWords(TreatyLine other) {
        return party.equals(other.party)
                && step == other.step
                && article.equals(other.article)
                && day.equals(other.day);
    }
}
