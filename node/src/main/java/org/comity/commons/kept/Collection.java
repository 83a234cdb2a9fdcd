package org.comity.commons.kept;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.sheet.ShippedTable;

/**
 * One kind of thing that is collected, as {@code commons/collections.csv} says; no class names a procedure.
 *
 * @param law the procedure by which it comes, as the law data name it
 * @param shelf of the public site
 * @param parts fields that are shown, in order
 * @param ends the field with the last day on which it is shown; empty where it has none
 * @param articles where the articles stand: a field, or a column of one
 */
record Collection(String law, String shelf, int place, List<String> parts, List<String> articles, String ends) {

    static final List<Collection> ALL = read();

    private static List<Collection> read() {
        return ShippedTable.rows("/commons/collections.csv").stream()
                .map(it -> new Collection(
                        it.get("law"),
                        it.get("shelf"),
                        Integer.parseInt(it.get("place")),
                        words(it.get("parts")),
                        words(it.get("articles")),
                        it.get("ends")))
                .toList();
    }

    /** @param procedure with its version, e.g. {@code practice-record/1} */
    static Optional<Collection> of(String procedure) {
        var law = procedure.replaceFirst("/.*", "");
        return ALL.stream().filter(it -> it.law().equals(law)).findFirst();
    }

    /** Whether its last day is over. What says no day that is one goes on. */
    boolean over(KeptRecord record, LocalDate today) {
        var day = ends.isEmpty() ? "" : record.text(ends);
        return day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && day.compareTo(today.toString()) < 0;
    }

    /**
     * What others may be told of a record: what its page shows, and by what it is found. What else its acts said (the sender's own
     * case, its basis) was said to whoever keeps the collection.
     */
    Map<String, Object> told(KeptRecord record) {
        var told = new TreeMap<String, Object>();
        Stream.of(Stream.of("title", ends), TriedElsewhere.FIELDS.stream(), parts.stream(), articles.stream())
                .flatMap(it -> it)
                .map(it -> it.replaceFirst("[.].*", ""))
                .filter(record.said()::containsKey)
                .forEach(it -> told.put(it, record.said().get(it)));
        return told;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(it -> !it.isEmpty()).toList();
    }
}
