package org.comity.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Judges whether a day that somebody typed can be right, seen from today; a day lasts until it is over everywhere on earth. */
public record JudgingDays(Clock clock) {

    /** So many years away, on either side, nothing lies of which an act or a page speaks. */
    private static final int IMPOSSIBLE = 100;

    /** Some law in force is older than any person; a year of fewer digits than four is one that nobody typed to its end. */
    private static final int OLDEST_LAW = 1000;

    /** Nobody of whom an act speaks was born so long ago. */
    private static final int OLDEST_PERSON = 150;

    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    public boolean over(LocalDate day) {
        return day.isBefore(today(LAST_TO_END_A_DAY));
    }

    public boolean ahead(LocalDate day) {
        return day.isAfter(today(FIRST_TO_BEGIN_A_DAY));
    }

    /** A hundred years away it is a slip of the hand, whoever writes it. */
    public boolean ofAnotherAge(LocalDate day) {
        return yearsAhead(IMPOSSIBLE, day) || day.isBefore(today().minusYears(IMPOSSIBLE));
    }

    /** Neither a law nor a judgment has this day. */
    public boolean ofNoLaw(LocalDate day) {
        return yearsAhead(IMPOSSIBLE, day) || day.getYear() < OLDEST_LAW;
    }

    public boolean neverBorn(LocalDate day) {
        return ahead(day) || day.isBefore(today().minusYears(OLDEST_PERSON));
    }

    /** It cannot have happened: it lies ahead, or in another age. */
    public boolean neverHappened(LocalDate day) {
        return ahead(day) || ofAnotherAge(day);
    }

    public boolean yearsAhead(int years, LocalDate day) {
        return day.isAfter(today().plusYears(years));
    }

    private LocalDate today() {
        return today(ZoneOffset.UTC);
    }

    private LocalDate today(ZoneOffset there) {
        return LocalDate.ofInstant(clock.instant(), there);
    }
}
