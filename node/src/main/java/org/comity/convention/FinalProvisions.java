package org.comity.convention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a treaty's final provisions count, and what they and other articles ask a State to tell the depositary.
 *
 * @param terms periods and days, by key
 * @param notices in the order of the articles
 */
public record FinalProvisions(List<Term> terms, List<Notice> notices) {

    public static final FinalProvisions NONE = new FinalProvisions(List.of(), List.of());

    /** For a State that deposits after the last instrument that entry into force needs. */
    public static final String LATER = "later";

    /** From the day on which the depositary received a denunciation until it takes effect. */
    public static final String DENUNCIATION = "denunciation";

    /** The days between which the treaty is open for signature. */
    public static final String SIGNATURE = "signature";

    public FinalProvisions {
        terms = List.copyOf(terms);
        notices = List.copyOf(notices);
    }

    public Optional<Term> term(String key) {
        return terms.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public Optional<Notice> notice(String key) {
        return notices.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /**
     * One period or day.
     *
     * @param ref the paragraph that sets it
     * @param fromForce it counts from the day on which the treaty enters into force
     * @param from the first day that the text names; null where it names none
     * @param until a day that the text names; null where it names none
     */
    public record Term(
            String key,
            String ref,
            int days,
            int years,
            boolean fromForce,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Wording text) {

        /** The day reached from this one. */
        public LocalDate after(LocalDate day) {
            return day.plusYears(years).plusDays(days);
        }
    }

    /** When the text asks for it; our own aims are never among these. */
    public enum When {
        DEPOSIT,
        SIGNATURE_OR_DEPOSIT,
        NO_DATE
    }

    /** What a thing told is to the treaty, in the order of its weight for others. */
    public enum Kind {
        RESERVATION,
        DECLARATION,
        WITHDRAWAL,
        NOTIFICATION
    }

    /**
     * One thing that a State tells the depositary.
     *
     * @param key stable, e.g. {@code contact-point}
     * @param when the text asks for it
     * @param again it is told again when it changes
     * @param choice it is a choice, or does not concern every State: it may be said not to apply
     * @param kind what it is in the table of the treaty
     * @param on the paragraph that it bears on: of a withdrawal that of the reservation
     * @param from what of the State's own directory entry fills the letter: {@code languages}, {@code phone}, {@code mail},
     *     {@code hours} or one of its functions; none where it is written by hand
     * @param title what it is called
     * @param words what the letter says before what is told
     */
    public record Notice(
            String key,
            String ref,
            When when,
            boolean again,
            boolean choice,
            Kind kind,
            String on,
            List<String> from,
            Wording title,
            Wording words) {

        public Notice {
            from = List.copyOf(from);
        }
    }
}
