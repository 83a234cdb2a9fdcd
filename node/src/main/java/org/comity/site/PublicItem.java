package org.comity.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a shelf of the public site.
 *
 * @param id within its shelf, as an address has it: letters, digits, points and hyphens
 * @param title by language; one of them is enough
 * @param day on which it came, or last changed
 * @param from who says it: two letters of a State, the id of a body that is no authority, or empty for the Secretariat itself
 * @param articles of the Convention that it bears on, e.g. {@code 53}
 * @param saidBy the name of who says it, by language; empty where nobody knows it
 * @param publishedAt when it was put here, where that is another day than the one on which it happened; else null
 */
public record PublicItem(
        String id,
        TrafficLight label,
        Map<String, String> title,
        LocalDate day,
        String from,
        List<String> articles,
        List<Part> parts,
        Map<String, String> saidBy,
        @Nullable Instant publishedAt) {

    /** What was put here last comes first, however long ago it happened. */
    static final Comparator<PublicItem> LATEST =
            Comparator.comparing(PublicItem::published).reversed().thenComparing(PublicItem::id);

    static final Comparator<PublicItem> NEWEST =
            Comparator.comparing(PublicItem::day).reversed().thenComparing(PublicItem::id);

    public PublicItem {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,79}") || title.isEmpty()) {
            throw new IllegalArgumentException("an item has an address and a title: " + id);
        }
        title = Map.copyOf(title);
        articles = List.copyOf(articles);
        parts = List.copyOf(parts);
        saidBy = Map.copyOf(saidBy);
    }

    public PublicItem(
            String id,
            TrafficLight label,
            Map<String, String> title,
            LocalDate day,
            String from,
            List<String> articles,
            List<Part> parts) {
        this(id, label, title, day, from, articles, parts, Map.of(), null);
    }

    /** The address of what a participant calls by a reference: another participant of its State may give the same one. */
    public static String addressOf(String participant, String reference) {
        return participant.replace('_', '.') + "-" + reference;
    }

    public PublicItem publishedAt(Instant at) {
        return new PublicItem(id, label, title, day, from, articles, parts, saidBy, at);
    }

    PublicItem saidBy(Map<String, String> names) {
        return new PublicItem(id, label, title, day, from, articles, parts, names, publishedAt);
    }

    /** When it was put here; the day is all that is known of most. */
    Instant published() {
        return publishedAt == null ? day.atStartOfDay().toInstant(ZoneOffset.UTC) : publishedAt;
    }

    /** The name of who says it; empty where nobody knows it. */
    public String saidBy(String language) {
        return in(saidBy, language);
    }

    /**
     * One thing that is said of it.
     *
     * @param label key of the words before it
     * @param text by language, or as somebody wrote it under an empty language
     */
    public record Part(String label, Map<String, String> text) {

        public Part {
            text = Map.copyOf(text);
        }

        /** As somebody wrote it, in whatever language. */
        public static Part written(String label, String text) {
            return new Part(label, Map.of("", text));
        }

        public String in(String language) {
            return PublicItem.in(text, language);
        }

        /** In which it stands for a reader of this language; empty where nobody said in which it was written. */
        public String languageFor(String language) {
            return PublicItem.tag(text, language);
        }
    }

    public String titleLanguageFor(String language) {
        return tag(title, language);
    }

    public String title(String language) {
        return in(title, language);
    }

    private static String in(Map<String, String> text, String language) {
        return text.getOrDefault(tag(text, language), "");
    }

    private static String tag(Map<String, String> text, String language) {
        return Stream.of(language, "en")
                .filter(text::containsKey)
                .findFirst()
                .or(() -> text.keySet().stream().sorted().findFirst())
                .orElse("");
    }
}
