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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Arrived;
import org.comity.reporting.FiguresView.Measure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Counts what was asked of us in one month, and how long we took, in looks that a bound ends; nothing is kept of it. */
@Component
class OurFigures {

    static final int MOST = 2_000;

    /** Of anything else than what came by wire, or from a seat here, only the day is known. */
    private static final Set<Channel> TIMED = Set.of(Channel.NODE, Channel.SEAT);

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
        var listed = requests.arrived(from, to, by.id(), MOST);
        var arrived = listed.stream().filter(it -> cameToUs(it.row())).toList();
        var hours = new Integer[24];
        Arrays.fill(hours, 0);
        var timed = arrived.stream()
                .filter(it -> TIMED.contains(it.row().channel()))
                .toList();
        timed.forEach(it -> hours[it.at().atOffset(ZoneOffset.UTC).getHour()]++);
        Map<String, List<Duration>> acknowledged = new TreeMap<>();
        Map<String, List<Duration>> answered = new TreeMap<>();
        // A look at a time: what was read for one is not kept for the next.
        arrived.stream()
                .gather(Gatherers.windowFixed(Threads.MOST))
                .forEach(some -> times(some, acknowledged, answered));
        return new FiguresView(
                month,
                List.of(hours),
                arrived.size() - timed.size(),
                List.of(Measure.of("acknowledge", acknowledged), Measure.of("answer", answered)),
                listed.size() == MOST,
                MOST);
    }

    private void times(
            List<Arrived> some, Map<String, List<Duration>> acknowledged, Map<String, List<Duration>> answered) {
        var said =
                ActsOfThreads.effective(threads, some.stream().map(Arrived::row).toList());
        for (var each : some) {
            var row = each.row();
            var times = TimesOfThread.of(
                    procedures.of(row.procedure()),
                    row.ourRole(),
                    each.at(),
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
