package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Looks for every label that a guide quotes (between stars, with a capital) among the words of the pages: whoever follows a
 * guide looks for these letters on the screen.
 */
class QuotedLabelsTest {

    private static final Pattern QUOTED = Pattern.compile("(?<![*\\w])\\*([^*\\n]+)\\*(?![*\\w])");

    /** Names, words of other programs, what a person typed, and labels of which a part changes. */
    private static final Set<String> NO_LABELS = Set.of(
            "Akoma Ntoso",
            "DRILL",
            "Image 1",
            "Letter to …",
            "Logs 1",
            "PRACTICE",
            "Posted, bag 118",
            "Request Entity Too Large");

    @Test
    void every_label_that_a_guide_quotes_is_a_word_of_the_pages() throws IOException {
        var words = EnglishWords.read().values().stream()
                .map(QuotedLabelsTest::plain)
                .collect(Collectors.toSet());
        var open = Pattern.compile(words.stream()
                .filter(it -> it.contains("{") && it.replaceAll("\\{.*\\}", "").length() > 4)
                .map(QuotedLabelsTest::withAnything)
                .collect(Collectors.joining("|")));
        var unknown = new TreeSet<String>();
        int quoted = 0;
        for (var guide : guides()) {
            var text = Files.readString(guide)
                    .replaceAll("(?s)```.*?```|`[^`]*`", "")
                    .replace("**", "  ");
            for (var label : QUOTED.matcher(text)
                    .results()
                    .flatMap(it -> Stream.of(it.group(1).split(" → ")))
                    .map(QuotedLabelsTest::plain)
                    .filter(it -> !it.isEmpty() && Character.isUpperCase(it.charAt(0)) && !NO_LABELS.contains(it))
                    .toList()) {
                quoted++;
                if (!words.contains(label)
                        && words.stream().noneMatch(it -> begins(it, label))
                        && !open.matcher(label).matches()) {
                    unknown.add(guide.getFileName() + ": " + label);
                }
            }
        }
        assertThat(quoted).isGreaterThan(300);
        assertThat(unknown).as("quoted, and on no page").isEmpty();
    }

    /** What is read first, and all that is followed step by step. */
    private static List<Path> guides() throws IOException {
        var pages = new ArrayList<>(List.of(House.root().resolve("README.md")));
        for (var folder : List.of("docs/how-to", "docs/tutorials")) {
            try (var guides = Files.list(House.root().resolve(folder))) {
                guides.forEach(pages::add);
            }
        }
        return pages;
    }

    /** What follows a label's first words on the page may be left out: <i>Calendar file (.ics)</i>. */
    private static boolean begins(String word, String label) {
        return word.startsWith(label) && word.substring(label.length()).matches("(?s)[.,:;?!].*| [(].*");
    }

    private static String withAnything(String word) {
        var parts = word;
        for (var before = ""; !before.equals(parts); ) {
            before = parts;
            parts = parts.replaceAll("\\{[^{}]*\\}", "\u0000");
        }
        return Stream.of(parts.split("\u0000+", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
    }

    private static String plain(String text) {
        return text.replace('’', '\'').strip().replaceFirst("[.:]$", "");
    }
}
