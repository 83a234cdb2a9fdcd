package org.comity.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes times as pages show them: UTC first, then the capitals; the date wherever it could be misread. */
final class Times {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Page page;

    Times(Page page) {
        this.page = page;
    }

    SafeHtml time(Instant at, Capital... others) {
        var utc = at.atZone(ZoneOffset.UTC).toLocalDate();
        var today = page.now().atZone(ZoneOffset.UTC).toLocalDate();
        var date = utc.equals(today) ? "" : (utc.getYear() == today.getYear() ? shortDay(utc) : day(utc)) + " ";
        return html(at, date, HOUR, others);
    }

    SafeHtml moment(Instant at, Capital... others) {
        return html(at, day(at) + " ", SECOND, others);
    }

    String plain(Instant at) {
        return day(at) + " " + SECOND.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    private SafeHtml html(Instant at, String date, DateTimeFormatter clock, Capital... others) {
        List<String> parts = new ArrayList<>();
        parts.add("<b class=\"m\">" + SafeHtml.escaped(date)
                + SafeHtml.ltr(clock.format(at.atZone(ZoneOffset.UTC)) + " UTC").html() + "</b>");
        parts.addAll(capitals(at, others));
        return new SafeHtml("<time datetime=\"" + at + "\">" + String.join(" · ", parts) + "</time>");
    }

    /** What the act says stands as it is; behind each moment are the clocks of the capitals. */
    SafeHtml said(String line, Capital... others) {
        var html = new StringBuilder();
        int from = 0;
        for (var found : WrittenMoments.in(line)) {
            html.append(SafeHtml.isolated(line.substring(from, found.end())));
            from = found.end();
            var clocks = capitals(found.at(), others);
            if (!clocks.isEmpty()) {
                html.append(" <time class=\"muted\" datetime=\"" + found.at() + "\">(" + String.join(" · ", clocks)
                        + ")</time>");
            }
        }
        return new SafeHtml(html.append(SafeHtml.isolated(line.substring(from))).toString());
    }

    private List<String> capitals(Instant at, Capital... others) {
        return Stream.concat(Stream.of(others), Stream.of(page.home()))
                .distinct()
                .filter(it -> !it.name().equals("UTC"))
                .map(it -> in(it, at))
                .toList();
    }

    private String in(Capital place, Instant at) {
        var there = at.atZone(place.zone());
        var date = there.toLocalDate().equals(at.atZone(ZoneOffset.UTC).toLocalDate())
                ? ""
                : shortDay(there.toLocalDate()) + " ";
        return "<span>" + SafeHtml.escaped(place.name() + " " + date)
                + hour(at, place.zone()).html() + "</span>";
    }

    SafeHtml age(Instant since) {
        return new SafeHtml("<time datetime=\"" + since + "\" data-since=\"" + since + "\">"
                + SafeHtml.isolated(length(Duration.between(since, page.now()))) + "</time>");
    }

    SafeHtml hourUtc(Instant at) {
        return SafeHtml.ltr(HOUR.format(at.atZone(ZoneOffset.UTC)) + " UTC");
    }

    SafeHtml hour(Instant at, ZoneId zone) {
        return SafeHtml.ltr(HOUR.format(at.atZone(zone)));
    }

    String day(Instant at) {
        return day(at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    String day(LocalDate day) {
        return page.words().day(page.language(), day);
    }

    private String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        page.t("ui.date.short"), page.language().locale())
                .format(day);
    }

    String length(Duration length) {
        var it = length.abs();
        if (it.toMinutes() < 60) {
            return page.t("ui.minutes", "n", it.toMinutes());
        }
        if (it.toHours() < 48) {
            var hours = page.t("ui.hours", "n", it.toHours());
            return it.toMinutesPart() == 0
                    ? hours
                    : page.t("ui.hours.minutes", "hours", hours, "n", it.toMinutesPart());
        }
        return page.t("ui.days", "n", it.toDays());
    }
}
