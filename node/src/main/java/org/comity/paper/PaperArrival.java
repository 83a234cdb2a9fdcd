package org.comity.paper;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.DayAlone;
import org.jspecify.annotations.Nullable;

/**
 * Reads how and when something came, as a form says it: {@code cameBy}, {@code cameDay}, {@code cameTime}, {@code
 * letterReference}.
 *
 * @param hour of a call, in UTC; null where nobody wrote it down
 * @param typed that hour as it stands in the form
 */
record PaperArrival(
        @Nullable Channel by,
        @Nullable LocalDate day,
        @Nullable LocalTime hour,
        String typed,
        String reference) {

    /** By which paper goes and comes: what is said by wire or at a seat here needs none. */
    static final List<Channel> CHANNELS =
            List.of(Channel.PHONE, Channel.MAIL, Channel.BAG, Channel.INTERPOL, Channel.HAND);

    static final String IN_THE_FUTURE = "paper.in-the-future";

    static final int LONGEST_NUMBER = 120;

    /** Before it no post is a request of today: what is typed so has a wrong year. */
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    static PaperArrival read(TypedValues form) {
        var typed = form.text("cameTime").strip();
        return new PaperArrival(
                channel(form.text("cameBy")), day(form.text("cameDay")), hour(typed), typed, text(form));
    }

    /** Of what has a day alone. */
    PaperArrival(@Nullable Channel by, @Nullable LocalDate day, String reference) {
        this(by, day, null, "", reference);
    }

    static @Nullable Channel channel(@Nullable String word) {
        return CHANNELS.stream().filter(it -> word(it).equals(word)).findFirst().orElse(null);
    }

    static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** Of the day alone, if one was typed. */
    FormProblems dayProblems(Clock clock) {
        var wrong = day == null ? null : wrong(day, clock);
        return wrong == null ? FormProblems.NONE : FormProblems.NONE.with("cameDay", wrong);
    }

    FormProblems problems(FormProblems found, Clock clock) {
        if (by == null) {
            found = found.with("cameBy", "paper.needed");
        }
        var wrong = day == null ? "paper.needed" : wrong(day, clock);
        if (wrong != null) {
            found = found.with("cameDay", wrong);
        }
        if (!typed.isEmpty() && hour == null) {
            found = found.with("cameTime", "paper.impossible-hour");
        } else if (day != null && hour != null && at(day, hour).isAfter(clock.instant())) {
            found = found.with("cameTime", "paper.hour-ahead");
        }
        return found;
    }

    /** What is wrong with a day on which something happened on paper; null: it can be. */
    static @Nullable String wrong(LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock.withZone(ZoneOffset.ofHours(14))))) return IN_THE_FUTURE;
        return day.isBefore(LONG_AGO) ? "paper.impossible-day" : null;
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return DayAlone.withHour(day.atTime(hour).toInstant(ZoneOffset.UTC));
    }

    private static @Nullable LocalTime hour(String typed) {
        try {
            return typed.isEmpty() ? null : LocalTime.parse(typed);
        } catch (DateTimeException notAnHour) {
            return null;
        }
    }

    /** Its hour where one is known; else the day's noon UTC, or now if that is still to come. */
    Instant happened(Clock clock) {
        var on = java.util.Objects.requireNonNull(day);
        var came = hour == null ? DayAlone.of(on) : at(on, hour);
        var now = clock.instant();
        return came.isAfter(now) ? now : came;
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return TypedText.dayOfLaw(text).orElse(null);
    }

    private static String text(TypedValues form) {
        var plain = form.text("letterReference");
        return CutText.to(plain, LONGEST_NUMBER);
    }
}
