package org.comity.reporting;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Shows what was asked of us in one month: when it arrived, and how long we took; of our own authority alone.
 *
 * @param hours how many arrived in each hour of the day, UTC, from midnight
 * @param dayAlone how many came on paper, of which only the day is known
 * @param cut there are more than were counted
 */
public record FiguresView(
        YearMonth month, List<Integer> hours, int dayAlone, List<Measure> measures, boolean cut, int most) {

    public FiguresView {
        hours = List.copyOf(hours);
        measures = List.copyOf(measures);
    }

    public int arrived() {
        return timed() + dayAlone;
    }

    public int timed() {
        return hours.stream().mapToInt(it -> it).sum();
    }

    public int fullestHour() {
        return hours.stream().mapToInt(it -> it).max().orElse(0);
    }

    /** @param key {@code acknowledge} or {@code answer} */
    public record Measure(String key, List<Line> lines) {

        public Measure {
            lines = List.copyOf(lines);
        }

        /** Which bar is the longest. */
        public Duration longest() {
            return lines.stream().map(Line::nine).max(Duration::compareTo).orElse(Duration.ZERO);
        }

        static Measure of(String key, Map<String, List<Duration>> byLaw) {
            return new Measure(
                    key,
                    byLaw.entrySet().stream()
                            .map(it -> Line.of(it.getKey(), it.getValue()))
                            .toList());
        }
    }

    /**
     * How long we took in requests of one kind.
     *
     * @param law the procedure as the law data name it
     * @param n of so many
     * @param median half of them took no longer
     * @param nine nine of ten took no longer
     */
    public record Line(String law, int n, Duration median, Duration nine) {

        /** From fewer, one request can change the figure much. */
        static final int FEW = 10;

        static Line of(String law, List<Duration> times) {
            var sorted = new ArrayList<>(times);
            sorted.sort(Duration::compareTo);
            return new Line(law, sorted.size(), rank(sorted, 50), rank(sorted, 90));
        }

        /** The smallest that is not exceeded by this share of them. */
        private static Duration rank(List<Duration> sorted, int percent) {
            return sorted.get(Math.max(1, (sorted.size() * percent + 99) / 100) - 1);
        }

        public boolean few() {
            return n < FEW;
        }

        /** Of a width, for a drawing; what took any time at all is seen. */
        public static int width(Duration length, Duration longest, int width) {
            if (longest.isZero() || length.isZero()) return 0;
            return Math.max(1, (int) (length.toSeconds() * width / Math.max(1, longest.toSeconds())));
        }
    }
}
