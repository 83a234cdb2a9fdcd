package org.comity.convention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * What one instrument says of one procedure: what a request states, when it may be refused, periods, duties. Each mark is
 * that of the paragraph it comes from.
 *
 * @param procedure e.g. {@code preservation}
 * @param edition e.g. {@code uncc/1}
 * @param article e.g. {@code 42}; empty in a form, whose items cite no paragraph
 * @param scopes what cooperation under this procedure may rest on; empty where the instrument makes no difference
 * @param closedBy the paragraph that allows these grounds and no others; empty where none does
 * @param grounds for refusal that the instrument allows, in its order, reservations last
 * @param postponements grounds to put off, likewise
 * @param notGrounds what may not be a ground, and why
 * @param assurances the paragraph on which a kind of assurance rests here, where that is another than the instrument says of
 *     all; empty for a kind that rests on none
 */
public record ProcedureLaw(
        String procedure,
        String edition,
        String article,
        List<Field> fields,
        List<Scope> scopes,
        String closedBy,
        List<Ground> grounds,
        List<Ground> postponements,
        List<Provision> notGrounds,
        List<Period> periods,
        List<Provision> duties,
        Map<String, String> assurances) {

    public ProcedureLaw {
        assurances = Map.copyOf(assurances);
        fields = List.copyOf(fields);
        scopes = List.copyOf(scopes);
        grounds = List.copyOf(grounds);
        postponements = List.copyOf(postponements);
        notGrounds = List.copyOf(notGrounds);
        periods = List.copyOf(periods);
        duties = List.copyOf(duties);
    }

    /** e.g. {@code preservation:uncc/1}. */
    public String id() {
        return procedure + ":" + edition;
    }

    /** Is a ground in the State's own words none that the instrument allows? */
    public boolean closed() {
        return !closedBy.isEmpty();
    }

    /** Is it a form for a basis that the State names itself? */
    public boolean form() {
        return article.isEmpty();
    }

    /** @param name as the procedure's own data name it, e.g. {@code authority} */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public Optional<Scope> scope(String code) {
        return scopes.stream().filter(scope -> scope.code().equals(code)).findFirst();
    }

    public Optional<Ground> postponement(String code) {
        return postponements.stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }

    public Optional<Ground> ground(String code) {
        return grounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }

    public Optional<Provision> duty(String key) {
        return duties.stream().filter(duty -> duty.key().equals(key)).findFirst();
    }

    /** The fewest days, e.g. sixty for preservation; the loader sees to it that it is there where the article sets one. */
    public int minimumDays() {
        return periods.stream()
                .filter(period -> period.key().equals("minimum"))
                .findFirst()
                .orElseThrow()
                .days();
    }

    /** Do we ask this by our practice, since no paragraph of the instrument does? */
    public boolean practice(Field field) {
        return practice(field.mark());
    }

    /** Do we offer it by our practice alone? */
    public boolean practice(Ground ground) {
        return practice(ground.mark());
    }

    private boolean practice(Mark mark) {
        return !form() && mark == Mark.FORM;
    }

    public enum Need {
        MANDATORY,
        IF_AVAILABLE,
        OPTIONAL
    }

    /** @param letter as the article's list has it, e.g. {@code a}; empty where another paragraph asks for the field */
    public record Field(String letter, String name, Need need, String ref, Wording label, Wording hint, Mark mark) {
        /** Its name within the procedure. */
        public String id() {
            return letter.isEmpty() ? name : letter;
        }
    }

    /**
     * @param code stable, e.g. {@code serious-crime}
     * @param offences at least one offence of the instrument is named
     * @param leastMonths the lowest maximum penalty that suffices; null where it does not count
     */
    public record Scope(
            String code,
            String ref,
            boolean offences,
            @Nullable Integer leastMonths,
            Wording text,
            Mark mark) {}

    /**
     * @param code stable, e.g. {@code essential-interests}
     * @param reservation only for a State that made it, and only for offences outside the instrument
     * @param offences it turns on whether the conduct is an offence in both States
     * @param consult the States consult before it is used, as the duty {@code consult} says
     */
    public record Ground(
            String code, String ref, boolean reservation, boolean consult, boolean offences, Wording text, Mark mark) {}

    /** @param key e.g. {@code minimum} */
    public record Period(String key, String ref, int days, Wording text, Mark mark) {}

    /** @param key e.g. {@code warn}; {@code who} carries it */
    public record Provision(String key, String ref, Role who, Wording text, Mark mark) {}
}
