package org.comity.conference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.board.BodyRow;
import org.comity.board.HeldEntry;

/**
 * A text as a person in a seat reads it, to speak to it: each paragraph whole, as its board bounds them all together.
 *
 * @param paragraphs empty where the board does not have them
 */
public record TextForSeat(String title, List<BodyRow> rows, List<Paragraph> paragraphs) {

    private static final String PARAGRAPHS = "paragraphs";

    public TextForSeat {
        rows = List.copyOf(rows);
        paragraphs = List.copyOf(paragraphs);
    }

    /** @param status empty if it is none that is known */
    public record Paragraph(long n, String words, String status) {}

    static boolean is(HeldEntry entry) {
        return entry.body() != null && "text".equals(entry.body().get("kind"));
    }

    /** Nothing of what is no text. Another node may have written it. */
    static Optional<TextForSeat> of(HeldEntry entry, String title) {
        var body = entry.body();
        if (body == null || !is(entry)) return Optional.empty();
        var paragraphs = body.get(PARAGRAPHS) instanceof List<?> list ? list : List.of();
        return Optional.of(new TextForSeat(
                title,
                about(body),
                IntStream.range(0, paragraphs.size())
                        .mapToObj(it -> paragraph(it + 1, paragraphs.get(it)))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    /** What is said of it beside its words. */
    static List<BodyRow> about(Map<String, Object> body) {
        var rest = new HashMap<>(body);
        rest.remove(PARAGRAPHS);
        return BodyRow.of(rest);
    }

    private static Optional<Paragraph> paragraph(long place, Object said) {
        if (!(said instanceof Map<?, ?> map) || !(map.get("words") instanceof String words)) return Optional.empty();
        var status = map.get("status") instanceof String word && word.matches("[a-z-]{1,20}") ? word : "";
        return Optional.of(new Paragraph(map.get("n") instanceof Number n ? n.longValue() : place, words, status));
    }
}
