package org.comity.commons.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.comity.commons.kept.KeptRecord;
import org.comity.vocabulary.CountedWords;
import org.comity.vocabulary.TrafficLight;

/** Adds up what States sent of a year; of each State its newest word alone. */
public final class AddingFigures {

    static final List<String> VICTIMS = List.of("children", "adults", "bodies", "unknown");

    private AddingFigures() {}

    /** @param states that sent figures of this year, by their letters, in order */
    record Year(String year, List<String> states, CountTable table) {}

    /**
     * @param records that stand, newest first
     * @return newest year first
     */
    static List<Year> of(List<KeptRecord> records) {
        return counted(records).entrySet().stream()
                .map(it -> new Year(
                        it.getKey(),
                        List.copyOf(it.getValue().keySet()),
                        table(it.getValue().values())))
                .toList();
    }

    /**
     * Those that are added up: by year, the newest first, then by State.
     *
     * @param records that stand, newest first
     */
    static Map<String, Map<String, KeptRecord>> counted(List<KeptRecord> records) {
        var years = new TreeMap<String, Map<String, KeptRecord>>(Comparator.reverseOrder());
        records.stream()
                .filter(it -> it.label() == TrafficLight.CLEAR)
                .filter(it -> it.text("year").matches("[0-9]{4}"))
                .forEach(it -> years.computeIfAbsent(it.text("year"), _ -> new TreeMap<>())
                        .putIfAbsent(it.state(), it));
        return years;
    }

    /** What one of them adds to each cell; zero is nothing. */
    static Map<String, Long> numbers(KeptRecord record) {
        var numbers = new TreeMap<String, Long>();
        record.rows("figures").stream()
                .filter(AddingFigures::right)
                .filter(it -> number(it) > 0)
                .forEach(it -> numbers.merge(article(it) + " " + it.get("victims"), number(it), Long::sum));
        return numbers;
    }

    private static CountTable table(java.util.Collection<KeptRecord> records) {
        var lines = records.stream().flatMap(it -> it.rows("figures").stream()).toList();
        var articles = new TreeSet<Integer>();
        lines.stream().filter(AddingFigures::right).forEach(it -> articles.add(article(it)));
        var order = List.copyOf(articles);
        var cells = new long[order.size()][VICTIMS.size()];
        lines.stream()
                .filter(AddingFigures::right)
                .forEach(it -> cells[order.indexOf(article(it))][VICTIMS.indexOf(it.get("victims"))] += number(it));
        return CountTable.of(order.stream().map(String::valueOf).toList(), VICTIMS, Arrays.copyOf(cells, cells.length));
    }

    /** A line that says no number, or of no article, counts for nothing. */
    private static boolean right(Map<String, String> line) {
        return wrong(line).isEmpty();
    }

    /** The column for which a line counts for nothing; empty where it counts. */
    private static Optional<String> wrong(Map<String, String> line) {
        if (!CountedWords.isArticle(said(line, "offence"))) return Optional.of("offence");
        if (!VICTIMS.contains(line.getOrDefault("victims", ""))) return Optional.of("victims");
        return CountedWords.isNumber(said(line, "number")) ? Optional.empty() : Optional.of("number");
    }

    private static String said(Map<String, String> line, String column) {
        return line.getOrDefault(column, "").strip();
    }

    /**
     * A line that is added to nothing.
     *
     * @param line from 1
     * @param column for which it is not; {@code written} what stands there
     */
    public record Uncounted(int line, String column, String written) {}

    /** What of a record is not added up, whoever sent it. */
    static List<Uncounted> uncounted(KeptRecord record) {
        var lines = record.rows("figures");
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(n -> wrong(lines.get(n)).stream()
                        .map(column -> new Uncounted(n + 1, column, said(lines.get(n), column))))
                .toList();
    }

    private static long number(Map<String, String> line) {
        return Long.parseLong(said(line, "number"));
    }

    private static int article(Map<String, String> line) {
        return Integer.parseInt(said(line, "offence"));
    }
}
