package org.comity.procedure.field;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.procedure.ActField;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.field.FiledField.Column;
import org.comity.procedure.field.FiledField.Lying;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.JudgingDays;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a day or a moment, in a field or in a row of a list, that it cannot be right as it is written: it lies in
 * another age, or not where its file says that it must lie. It is asked where we write an act, never at the door: what another
 * State says is its own.
 */
public record PossibleDays(Clock clock) {

    /** Of days and moments this far ahead a wrong year is likelier than a plan. */
    private static final int FAR = 50;

    private static final int LAST_YEAR = 9999;

    /** A clock that goes a little wrong keeps nobody waiting. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** What is said of one day: its field, or its cell, as the form names it. */
    private record Said(
            String field, int line, LocalDate day, @Nullable Instant moment, Lying lying) {}

    public List<Missing> wrong(FiledField field, BodyFields said) {
        return all(field, said)
                .flatMap(it ->
                        wrong(it).map(key -> Missing.wrong(it.field(), key).on(it.line())).stream())
                .toList();
    }

    private Optional<String> wrong(Said said) {
        boolean wrong = switch (said.lying()) {
            case ANYWHEN, OF_LAW, OF_BIRTH -> false;
            case AHEAD, AFTER_END -> isOver(said);
            case PAST -> liesAhead(said);
        };
        if (wrong) return Optional.of(said.lying() == Lying.PAST ? "past" : "ahead");
        return longAgo(said) ? Optional.of("impossible-day") : Optional.empty();
    }

    /** As it is judged when an act leaves that is held until then; what does not wait is judged now. */
    public PossibleDays leaving(Instant then) {
        return then.isAfter(clock.instant()) ? new PossibleDays(Clock.fixed(then, ZoneOffset.UTC)) : this;
    }

    /** It must lie after the present end, and does not; a day counts to its end. */
    public boolean notAfter(Instant end, FiledField field, BodyFields said) {
        return field.mustLie() == Lying.AFTER_END
                && all(field, said).anyMatch(it -> !(it.moment() == null ? endOf(it.day()) : it.moment()).isAfter(end));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** More than fifty years ahead. */
    public boolean far(FiledField field, BodyFields said) {
        return all(field, said).anyMatch(it -> judging().yearsAhead(FAR, it.day()));
    }

    /** Where a day of another age is said: a slip of the hand, whoever writes it. */
    public List<String> impossible(FiledField field, BodyFields said) {
        return all(field, said).filter(this::impossible).map(Said::field).toList();
    }

    /** What lies far ahead is pointed out, and may be meant. */
    private boolean longAgo(Said said) {
        return impossible(said) && (said.lying() == Lying.OF_BIRTH || !judging().ahead(said.day()));
    }

    private boolean impossible(Said said) {
        return switch (said.lying()) {
            case OF_LAW -> judging().ofNoLaw(said.day());
            case OF_BIRTH -> judging().neverBorn(said.day());
            case ANYWHEN, AHEAD, AFTER_END, PAST -> judging().ofAnotherAge(said.day());
        };
    }

    private boolean isOver(Said said) {
        return said.moment() == null
                ? judging().over(said.day())
                : said.moment().isBefore(clock.instant());
    }

    private boolean liesAhead(Said said) {
        return said.moment() == null
                ? judging().ahead(said.day())
                : said.moment().isAfter(clock.instant().plus(TOLERANCE));
    }

    private JudgingDays judging() {
        return new JudgingDays(clock);
    }

    /** Every day and moment that can be read; of a moment its day in UTC. */
    private static Stream<Said> all(FiledField field, BodyFields said) {
        return switch (field.type()) {
            case DayType _ -> day(field.key(), 0, said.day(field.key()), field.mustLie());
            case InstantType type -> instant(field.key(), said, type.clock(), field.mustLie());
            case PeriodType type ->
                type.keys(field.key()).stream().flatMap(it -> instant(it, said, false, field.mustLie()));
            case NumberType _ when field.mustLie() == Lying.PAST -> year(field, said);
            case RowsType rows -> inRows(rows, field, said);
            case PersonType _ -> births(field, said);
            default -> Stream.of();
        };
    }

    /** A number that must lie in the past is a year: it has begun. */
    private static Stream<Said> year(FiledField field, BodyFields said) {
        int year = said.number(field.key(), 0);
        return year < 1 || year > LAST_YEAR
                ? Stream.of()
                : day(field.key(), 0, LocalDate.of(year, 1, 1), field.mustLie());
    }

    private static Stream<Said> inRows(RowsType type, FiledField field, BodyFields said) {
        var rows = said.maps(field.key());
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(n -> type.columns(field).stream()
                        .filter(it -> it.kind() == ActField.Kind.DAY)
                        .flatMap(it -> day(
                                RowsType.cellName(field, n, it),
                                n + 1,
                                new BodyFields(rows.get(n)).day(it.key()),
                                lying(field, column -> column.key().equals(it.key())))));
    }

    private static Stream<Said> births(FiledField field, BodyFields said) {
        var persons = said.maps(field.key());
        return IntStream.range(0, persons.size())
                .boxed()
                .flatMap(n -> PersonType.born(new BodyFields(persons.get(n))).stream()
                        .map(it -> new Said(PersonType.bornName(field, n), n + 1, it, null, Lying.OF_BIRTH)));
    }

    /** A column says it of itself; where the type has the columns, the field says it of them. */
    private static Lying lying(FiledField field, Predicate<Column> which) {
        return field.columns().stream()
                .filter(which)
                .findFirst()
                .map(Column::mustLie)
                .orElse(field.mustLie());
    }

    private static Stream<Said> instant(String key, BodyFields said, boolean toTheSecond, Lying lying) {
        var instant = said.instant(key);
        return instant == null
                ? Stream.of()
                : Stream.of(new Said(
                        key, 0, LocalDate.ofInstant(instant, ZoneOffset.UTC), toTheSecond ? instant : null, lying));
    }

    private static Stream<Said> day(String field, int line, @Nullable LocalDate day, Lying lying) {
        return day == null ? Stream.of() : Stream.of(new Said(field, line, day, null, lying));
    }
}
