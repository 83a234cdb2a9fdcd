package org.comity.procedure.field;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a day or a moment that must lie ahead, or has happened, as its file says, that it cannot be right as it is
 * written. It is asked where we write an act, never at the door: what another State says is its own.
 */
public record PossibleDays(Clock clock) {

    /** Of days and moments this far ahead a wrong year is likelier than a plan. */
    private static final int FAR = 50;

    /** So many years away, on either side, nothing lies of which an act speaks. */
    private static final int IMPOSSIBLE = 100;

    /** A clock that goes a little wrong keeps nobody waiting. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    public List<Missing> wrong(FiledField field, BodyFields said) {
        boolean wrong = switch (field.mustLie()) {
            case ANYWHEN -> false;
            case AHEAD, AFTER_END -> isOver(field, said);
            case PAST -> liesAhead(field, said);
        };
        return wrong
                ? List.of(Missing.wrong(field.key(), field.mustLie() == FiledField.Lying.PAST ? "past" : "ahead"))
                : List.of();
    }

    /** It must lie after the present end, and does not; a day counts to its end. */
    public boolean notAfter(Instant end, FiledField field, BodyFields said) {
        if (field.mustLie() != FiledField.Lying.AFTER_END) return false;
        var at = toTheSecond(field) ? said.instant(field.key()) : endOf(day(field, said));
        return at != null && !at.isAfter(end);
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** More than fifty years ahead. */
    public boolean far(FiledField field, BodyFields said) {
        var day = day(field, said);
        return day != null && day.isAfter(today(ZoneOffset.UTC).plusYears(FAR));
    }

    /** A hundred years away it is a slip of the hand, whoever writes it. */
    public boolean impossible(FiledField field, BodyFields said) {
        var day = day(field, said);
        var today = today(ZoneOffset.UTC);
        return day != null && (day.isAfter(today.plusYears(IMPOSSIBLE)) || day.isBefore(today.minusYears(IMPOSSIBLE)));
    }

    /** A day is over when it is over everywhere on earth. */
    private boolean isOver(FiledField field, BodyFields said) {
        var day = day(field, said);
        return toTheSecond(field)
                ? Optional.ofNullable(said.instant(field.key()))
                        .filter(it -> it.isBefore(clock.instant()))
                        .isPresent()
                : day != null && day.isBefore(today(LAST_TO_END_A_DAY));
    }

    private boolean liesAhead(FiledField field, BodyFields said) {
        var day = day(field, said);
        return toTheSecond(field)
                ? Optional.ofNullable(said.instant(field.key()))
                        .filter(it -> it.isAfter(clock.instant().plus(TOLERANCE)))
                        .isPresent()
                : day != null && day.isAfter(today(FIRST_TO_BEGIN_A_DAY));
    }

    private LocalDate today(ZoneOffset there) {
        return LocalDate.ofInstant(clock.instant(), there);
    }

    private static boolean toTheSecond(FiledField field) {
        return field.type() instanceof InstantType instant && instant.clock();
    }

    /** Of a moment its day in UTC; null of any other type, and where nothing can be read. */
    private static @Nullable LocalDate day(FiledField field, BodyFields said) {
        return switch (field.type()) {
            case DayType _ -> said.day(field.key());
            case InstantType _ -> {
                var instant = said.instant(field.key());
                yield instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
            }
            default -> null;
        };
    }
}
