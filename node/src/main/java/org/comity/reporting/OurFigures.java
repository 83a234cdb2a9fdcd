package org.comity.reporting;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.reporting.FiguresView.Measure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Counts what was asked of us in one month, and how long we took, in looks that a bound ends; nothing is kept of it. */
@Component
class OurFigures {

    static final int MOST = 2_000;

    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final Clock clock;

    OurFigures(Requests requests, Threads threads, Procedures procedures, Clock clock) {
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.clock = clock;
    }

    MonthAsked month(String typed) {
        return MonthAsked.of(typed, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    FiguresView of(YearMonth month, Official by) {
        var from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var to = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var opened = requests.opened(from, to, by.id(), MOST);
        var arrived = opened.stream().filter(this::cameToUs).toList();
        var hours = new Integer[24];
        Arrays.fill(hours, 0);
        arrived.forEach(it -> hours[it.openedAt().atOffset(ZoneOffset.UTC).getHour()]++);
        Map<String, List<Duration>> acknowledged = new TreeMap<>();
        Map<String, List<Duration>> answered = new TreeMap<>();
        // A look at a time: what was read for one is not kept for the next.
        arrived.stream()
                .gather(Gatherers.windowFixed(Threads.MOST))
                .forEach(some -> times(some, acknowledged, answered));
        return new FiguresView(
                month,
                List.of(hours),
                List.of(Measure.of("acknowledge", acknowledged), Measure.of("answer", answered)),
                opened.size() == MOST,
                MOST);
    }

    private void times(
            List<RequestRow> rows, Map<String, List<Duration>> acknowledged, Map<String, List<Duration>> answered) {
        var said = ActsOfThreads.effective(threads, rows);
        for (var row : rows) {
            var times = TimesOfThread.of(
                    procedures.of(row.procedure()),
                    row.ourRole(),
                    row.openedAt(),
                    said.getOrDefault(row.thread(), List.of()));
            if (times.acknowledged() != null) add(acknowledged, row, times.acknowledged());
            if (times.answered() != null) add(answered, row, times.answered());
        }
    }

    private static void add(Map<String, List<Duration>> times, RequestRow row, Duration took) {
        times.computeIfAbsent(row.law(), it -> new ArrayList<>()).add(took);
    }

    /** Of a procedure that the other side opens. */
    private boolean cameToUs(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it -> it.opener() != row.ourRole())
                .isPresent();
    }

    /** The same figures as on the page; times in minutes. */
    static void write(FiguresView view, String what, Appendable to) throws IOException {
        var csv = new CSVPrinter(to, CSVFormat.RFC4180);
        if (what.equals("hours")) {
            csv.printRecord("hour UTC", "arrived");
            for (int hour = 0; hour < view.hours().size(); hour++) {
                csv.printRecord(hour, view.hours().get(hour));
            }
        } else {
            csv.printRecord("kind", "requests", "median minutes", "nine of ten minutes");
            for (var measure : view.measures()) {
                if (!measure.key().equals(what)) continue;
                for (var it : measure.lines()) {
                    csv.printRecord(
                            it.law(), it.n(), it.median().toMinutes(), it.nine().toMinutes());
                }
            }
        }
        csv.flush();
    }
}
