package org.comity.commons.kept;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.comity.site.PublicItem;
import org.comity.vocabulary.StateParty;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What a participant shared, as its acts say it now.
 *
 * @param reference by which others name it
 * @param said field by field
 * @param admittedOn null while it was never admitted
 * @param checkedOn when its author last said something of it, which includes that it is still right
 */
public record KeptRecord(
        String thread,
        String law,
        String reference,
        String participant,
        RecordState standing,
        TrafficLight label,
        Map<String, Object> said,
        @Nullable LocalDate admittedOn,
        LocalDate checkedOn) {

    /** Only what stands is shown to anybody. */
    public enum RecordState {
        WAITS,
        STANDS,
        ENDED
    }

    public KeptRecord {
        said = Map.copyOf(said);
    }

    /** A participant's id begins with its State, or with its host's: whose word it is {@link SenderOfRecord} says. */
    public String state() {
        return StateParty.codeOf(participant);
    }

    /** Below its collection; it never becomes another's, whatever goes. */
    public String address() {
        return PublicItem.addressOf(participant, reference);
    }

    /** The same, of the practice at this address. */
    KeptRecord trying(String address) {
        var exact = new HashMap<>(said);
        exact.put(TriedElsewhere.TRIED, address);
        return new KeptRecord(thread, law, reference, participant, standing, label, exact, admittedOn, checkedOn);
    }

    public String text(String key) {
        return said.get(key) instanceof String text ? text : said.get(key) instanceof Number it ? it.toString() : "";
    }

    /** Rows of a field, each by its columns; none where it has no rows. */
    public List<Map<String, String>> rows(String key) {
        return said.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(it -> cells((Map<?, ?>) it))
                        .toList()
                : List.of();
    }

    /** Of a field that lists words. */
    public List<String> words(String key) {
        return said.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(it -> ((String) it).strip())
                        .filter(it -> !it.isEmpty())
                        .toList()
                : List.of();
    }

    /** The numbers of articles, without paragraphs, in order. */
    List<String> articles(Collection collection) {
        var found = new TreeSet<Integer>();
        for (var where : collection.articles()) {
            var at = where.split("\\.");
            var cited = at.length == 1
                    ? words(at[0])
                    : rows(at[0]).stream().map(it -> it.getOrDefault(at[1], "")).toList();
            cited.stream()
                    .map(it -> it.replaceFirst("^\\D*([0-9]{1,2})(?![0-9]).*$", "$1"))
                    .filter(it -> it.matches("[0-9]{1,2}"))
                    .forEach(it -> found.add(Integer.valueOf(it)));
        }
        return found.stream().map(String::valueOf).toList();
    }

    private static Map<String, String> cells(Map<?, ?> row) {
        var cells = new HashMap<String, String>();
        row.forEach((key, value) -> cells.put(String.valueOf(key), value == null ? "" : value.toString()));
        return cells;
    }
}
