package org.comity.conference.accreditation;

import java.time.LocalDate;
import java.util.List;
import org.comity.conference.accreditation.AccreditationRule.Consequence;
import org.jspecify.annotations.Nullable;

/**
 * One application to be an observer, with what the rule says comes next. Nothing happens by itself: a person carries out what
 * is said here, and nothing else can be carried out.
 *
 * @param rule that was in force when it was circulated; null before
 * @param outcome {@code admitted}, {@code refused}, {@code withdrawn}, or empty
 */
public record ObserverApplication(
        long id,
        String name,
        String sort,
        String about,
        LocalDate appliedOn,
        @Nullable AccreditationRule rule,
        @Nullable LocalDate circulatedOn,
        @Nullable LocalDate referredOn,
        String outcome,
        @Nullable LocalDate outcomeOn,
        String outcomeWords,
        List<Objection> objections) {

    static final List<String> SORTS = List.of("organisation", "civil-society", "academic", "company", "other");

    public ObserverApplication {
        objections = List.copyOf(objections);
    }

    static String code(long id) {
        return "OBSERVER-" + id;
    }

    /** Under which it speaks once it was admitted. */
    public String code() {
        return code(id);
    }

    /** @param withdrawnOn null as long as it stands */
    public record Objection(
            long id,
            String voice,
            String reason,
            LocalDate cameOn,
            @Nullable LocalDate withdrawnOn) {

        public boolean stands() {
            return withdrawnOn == null;
        }
    }

    /** What can be done with it now. */
    public enum Next {
        CIRCULATE,
        /** States can object; nobody can conclude. */
        WAIT,
        ADMIT,
        REFER,
        REFUSE,
        /** It is before the session, which decides in its room. */
        SESSION,
        NOTHING;

        /** Are the days over, and is it for the rule to say what becomes of it? */
        public boolean concludes() {
            return this == ADMIT || this == REFER || this == REFUSE;
        }
    }

    public Next next(LocalDate today) {
        if (!outcome.isEmpty()) return Next.NOTHING;
        if (rule == null || circulatedOn == null) return Next.CIRCULATE;
        if (referredOn != null) return Next.SESSION;
        if (!today.isAfter(rule.until(circulatedOn))) return Next.WAIT;
        return switch (rule.of(standing())) {
            case ADMIT -> Next.ADMIT;
            case REFER -> Next.REFER;
            case REFUSE -> Next.REFUSE;
        };
    }

    public long standing() {
        return objections.stream().filter(Objection::stands).count();
    }

    /** The last day on which an objection counts; null before circulation. */
    public @Nullable LocalDate until() {
        return rule == null || circulatedOn == null ? null : rule.until(circulatedOn);
    }

    /** Can one that came in time be recorded, also after the last day? Nobody decided yet, and nothing went to the session. */
    public boolean takesObjections() {
        return outcome.isEmpty() && referredOn == null && until() != null;
    }

    /** Can an objection of this day be recorded? */
    public boolean open(LocalDate cameOn) {
        var until = until();
        return takesObjections()
                && until != null
                && circulatedOn != null
                && !cameOn.isBefore(circulatedOn)
                && !cameOn.isAfter(until);
    }

    /** What the rule would do, as a page says it beforehand. */
    public @Nullable Consequence foreseen() {
        return rule == null ? null : rule.of(standing());
    }
}
