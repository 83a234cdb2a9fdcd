package org.comity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of codes, the pages of the protocol and what is said hold the same. */
class CheckCodesTest {

    private static final Path PROTOCOL = Path.of("../docs/protocol");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void each_code_stands_in_the_protocol() throws IOException {
        var documented = new TreeSet<String>();
        for (var page : List.of("README.md", "bags.md", "feeds.md", "items.md", "logs.md", "seats.md")) {
            documented.addAll(rows(Files.readString(PROTOCOL.resolve(page))));
        }
        assertThat(documented).containsAll(CheckCodes.all());
    }

    @Test
    void what_a_verdict_checks_is_in_the_list() throws IOException {
        var page = Files.readString(PROTOCOL.resolve("README.md"));
        var section = page.substring(
                page.indexOf("### What a verdict checks"), page.indexOf("### What the door refuses beyond that"));
        assertThat(rows(section)).hasSizeGreaterThan(40);
        assertThat(CheckCodes.CHECKING).containsAll(rows(section));
    }

    @Test
    void a_code_that_is_in_no_list_is_seen_by_the_first_test_that_meets_it() {
        assertThatThrownBy(() -> Verdict.Check.failed("file", "no-such-code", ""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-code");
    }

    private static Set<String> rows(String text) {
        return ROW.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
