package org.comity.capacity.matching;

import java.time.LocalDate;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;

/**
 * A need as it stands when a round is frozen.
 *
 * @param articles of the Convention; none means any
 * @param languages with how well those who take part follow each
 * @param severity 1 to 4, as its State says; a 4 that two persons did not approve, or beyond a fifth of its units, counts as 3
 * @param authenticated when the national focal point confirmed it: it waits since then
 * @param legal systems of its law, in a word each; none if it does not say
 */
public record NeedInRound(
        String id,
        String state,
        String kind,
        Set<String> articles,
        int units,
        int severity,
        DaySpan window,
        SpokenLanguages languages,
        HelpMode mode,
        LocalDate authenticated,
        Set<String> legal,
        Readiness readiness) {

    static final int MOST_UNITS = 1000;

    public NeedInRound {
        articles = Set.copyOf(articles);
        legal = Set.copyOf(legal);
        RoundRefused.unless(units >= 1 && units <= MOST_UNITS, "units");
        RoundRefused.unless(severity >= 1 && severity <= 4, "severity");
    }

    /**
     * What a need has in place.
     *
     * @param first what must be done before is done
     * @param upkeep a plan for upkeep, power and lines of equipment
     * @param legalBasis a named law for what can extract or intercept, and {@code oversight} who watches over it
     * @param interpretation the State provides it
     * @param goodLine its connection carries a course
     * @param signed two persons of those who ask approved it
     */
    public record Readiness(
            boolean first,
            boolean upkeep,
            boolean legalBasis,
            boolean oversight,
            boolean interpretation,
            boolean goodLine,
            boolean signed) {}
}
