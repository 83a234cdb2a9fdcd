package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.Requests.View;
import org.junit.jupiter.api.Test;

/** A link to a list filters by what the list knows: another word would be read as nothing. */
class ListLinksTest {

    /** To the end of its line: what stands there is put together from pieces. */
    private static final Pattern LINK = Pattern.compile("[\":]/(?:desk|requests)\\?(.*)");

    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)([a-z]+)=([A-Za-z_]*)");

    @Test
    void every_link_uses_the_words_of_the_list() throws IOException {
        var known = new TreeSet<>(SavedFiltersTest.parameters());
        known.addAll(List.of("q", "after", "disputes"));
        var views = Stream.concat(Stream.of(View.values()).map(View::name), Stream.of("officers"))
                .collect(Collectors.toSet());
        var links = links();
        assertThat(links).hasSizeGreaterThan(8);
        for (var link : links) {
            for (var found : PARAMETER.matcher(link).results().toList()) {
                assertThat(known).as(link).contains(found.group(1));
                if (found.group(1).equals("view") && !found.group(2).isEmpty()) {
                    assertThat(views).as(link).contains(found.group(2));
                }
            }
        }
    }

    private static Set<String> links() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(it -> it.toString().matches(".*\\.(java|jte)"))
                    .flatMap(ListLinksTest::lines)
                    .filter(it -> !it.contains(".look("))
                    .flatMap(it -> LINK.matcher(it).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
