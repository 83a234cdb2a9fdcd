package org.comity.conference.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.conference.text.KeptText.Paragraph;

/**
 * Makes the paragraphs of a version from those of the one before it: what stands is kept word for word, what was changed is open
 * again, and a paragraph keeps its key whatever its number becomes.
 */
record NextVersion(List<Paragraph> paragraphs) {

    static final int MOST = 100;
    static final int LONGEST = 4_000;

    /** One paragraph as typed: words of an old one by its key, and new ones after it. */
    record TypedParagraphs(Map<Integer, String> words, Map<Integer, String> after) {}

    /** The first version: paragraphs are parted by an empty line. */
    static NextVersion first(String text) {
        var made = new ArrayList<Paragraph>();
        for (var words : parted(text)) {
            made.add(new Paragraph(made.size() + 1, made.size() + 1, words, ParagraphStatus.OPEN, ""));
        }
        return bounded(made);
    }

    /**
     * @param before of the newest version, in their order
     * @param highest the highest key that any version used; a key is never given twice
     * @param typed under key 0, {@code after} holds what comes before the first paragraph
     * @throws TextRefused if what stands would change, or if nothing does
     */
    static NextVersion of(List<Paragraph> before, int highest, TypedParagraphs typed) {
        var made = new ArrayList<Paragraph>();
        int next =
                Math.max(highest, before.stream().mapToInt(Paragraph::key).max().orElse(0)) + 1;
        boolean changed = false;
        for (var words : parted(typed.after().getOrDefault(0, ""))) {
            made.add(new Paragraph(made.size() + 1, next++, words, ParagraphStatus.OPEN, ""));
            changed = true;
        }
        for (var old : before) {
            var words = now(old, typed);
            boolean same = words.equals(old.words());
            if (!same && old.status().stands()) throw TextRefused.agreed(old.place());
            if (!words.isEmpty()) {
                var kept = same ? old.status() : ParagraphStatus.OPEN;
                made.add(new Paragraph(made.size() + 1, old.key(), words, kept, ""));
            }
            changed |= !same;
            for (var added : parted(typed.after().getOrDefault(old.key(), ""))) {
                made.add(new Paragraph(made.size() + 1, next++, added, ParagraphStatus.OPEN, ""));
                changed = true;
            }
        }
        if (!changed) throw TextRefused.same();
        return bounded(made);
    }

    /** Does anything change, and stay? */
    static boolean changes(List<Paragraph> before, TypedParagraphs typed) {
        boolean added = typed.after().values().stream().anyMatch(it -> !it.isBlank());
        boolean other = before.stream().anyMatch(it -> !now(it, typed).equals(it.words()));
        return added || other && before.stream().anyMatch(it -> !now(it, typed).isEmpty());
    }

    /** What the form did not bring at all is not a wish to leave it out. */
    private static String now(Paragraph old, TypedParagraphs typed) {
        return typed.words().getOrDefault(old.key(), old.words()).strip();
    }

    private static NextVersion bounded(List<Paragraph> made) {
        if (made.isEmpty()) throw TextRefused.same();
        var keys = new HashSet<Integer>();
        made.forEach(it -> keys.add(it.key()));
        if (made.size() > MOST
                || keys.size() != made.size()
                || made.stream().anyMatch(it -> it.words().length() > LONGEST || it.key() > 9_999)) {
            throw TextRefused.large(MOST);
        }
        return new NextVersion(List.copyOf(made));
    }

    static List<String> parted(String text) {
        return text.isBlank()
                ? List.of()
                : java.util.Arrays.stream(text.strip().split("\n[ \t]*\n"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    /** Reads {@code words-3} and {@code after-3} of a form. */
    static TypedParagraphs typed(Map<String, String> form) {
        Map<Integer, String> words = new TreeMap<>();
        Map<Integer, String> after = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.matches("words-[0-9]{1,4}")) words.put(Integer.valueOf(name.substring(6)), clean(value));
            if (name.matches("after-[0-9]{1,4}")) after.put(Integer.valueOf(name.substring(6)), clean(value));
        });
        return new TypedParagraphs(words, after);
    }

    private static String clean(String value) {
        return org.comity.ui.TypedText.clean(value);
    }
}
