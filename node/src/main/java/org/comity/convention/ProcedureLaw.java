package org.comity.convention;

import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.Role;

/**
 * What one instrument says of one procedure: what a request states, when it may be refused, periods, duties. Each mark is
 * that of the paragraph it comes from.
 *
 * @param procedure e.g. {@code preservation}
 * @param edition e.g. {@code uncc/1}
 * @param article e.g. {@code 42}
 * @param grounds that the instrument allows, in its order, reservations last
 * @param notGrounds what may not be a ground, and why
 */
public record ProcedureLaw(
        String procedure,
        String edition,
        String article,
        List<Field> fields,
        List<Ground> grounds,
        List<Provision> notGrounds,
        List<Period> periods,
        List<Provision> duties) {

    public ProcedureLaw {
        fields = List.copyOf(fields);
        grounds = List.copyOf(grounds);
        notGrounds = List.copyOf(notGrounds);
        periods = List.copyOf(periods);
        duties = List.copyOf(duties);
    }

    /** e.g. {@code preservation:uncc/1}. */
    public String id() {
        return procedure + ":" + edition;
    }

    public Optional<Field> field(FieldKey key) {
        return fields.stream().filter(field -> field.key() == key).findFirst();
    }

    public Optional<Ground> ground(String code) {
        return grounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }

    public Optional<Provision> duty(String key) {
        return duties.stream().filter(duty -> duty.key().equals(key)).findFirst();
    }

    /** The fewest days, e.g. sixty for preservation; the loader sees to it that each procedure has one. */
    public int minimumDays() {
        return periods.stream()
                .filter(period -> period.key().equals("minimum"))
                .findFirst()
                .orElseThrow()
                .days();
    }

    public enum Need {
        MANDATORY,
        IF_AVAILABLE,
        OPTIONAL
    }

    /** @param letter as the article has it, e.g. {@code a} */
    public record Field(String letter, FieldKey key, Need need, String ref, Wording label, Wording hint, Mark mark) {}

    /**
     * @param code stable, e.g. {@code essential-interests}
     * @param reservation only for a State that made it, and only for offences outside the instrument
     */
    public record Ground(String code, String ref, boolean reservation, Wording text, Mark mark) {}

    /** @param key e.g. {@code minimum} */
    public record Period(String key, String ref, int days, Wording text, Mark mark) {}

    /** @param key e.g. {@code warn}; {@code who} carries it */
    public record Provision(String key, String ref, Role who, Wording text, Mark mark) {}
}
