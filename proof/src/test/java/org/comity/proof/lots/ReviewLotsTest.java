package org.comity.proof.lots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewLotsTest {

    private static final byte[] SECRET = new byte[32];
    private static final Map<String, String> SIX =
            Map.of("XA", "north", "XB", "north", "XC", "south", "XD", "south", "XE", "south", "XF", "north");

    @Test
    void each_pair_is_one_of_the_region_and_one_of_another_and_the_load_is_even() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var regions = regions(random);
            var drawn = ReviewLots.of(regions).draw(SECRET, "pulse " + seed);

            assertThat(drawn).as("seed " + seed).hasSameSizeAs(regions.keySet()).allSatisfy(it -> {
                assertThat(it.sameRegion()).isNotEqualTo(it.state());
                assertThat(regions.get(it.sameRegion())).isEqualTo(regions.get(it.state()));
                assertThat(regions.get(it.otherRegion())).isNotEqualTo(regions.get(it.state()));
            });
            assertThat(reviews(drawn))
                    .as("seed " + seed)
                    .hasSize(regions.size())
                    .containsValues(2L);
            assertThat(new HashSet<>(reviews(drawn).values()))
                    .as("seed " + seed)
                    .containsExactly(2L);
        }
    }

    @Test
    void the_same_values_draw_the_same_and_each_of_them_matters() {
        var lots = ReviewLots.of(SIX);
        var drawn = lots.draw(SECRET, "pulse 1");
        var other = SECRET.clone();
        other[31] = 1;
        var moved = new TreeMap<>(SIX);
        moved.put("XG", "south");
        moved.put("XH", "north");

        assertThat(ReviewLots.of(new TreeMap<>(SIX)).draw(SECRET, "pulse 1")).isEqualTo(drawn);
        assertThat(results(lots)).hasSizeGreaterThan(5);
        assertThat(lots.commitment(other)).isNotEqualTo(lots.commitment(SECRET));
        assertThat(ReviewLots.of(moved).commitment(SECRET)).isNotEqualTo(lots.commitment(SECRET));
    }

    @Test
    void what_cannot_be_drawn_evenly_is_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewLots.of(Map.of("XA", "north", "XB", "south", "XC", "south")))
                .withMessageContaining("one State alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewLots.of(
                        Map.of("XA", "north", "XB", "north", "XC", "north", "XD", "south", "XE", "south")))
                .withMessageContaining("more than half");
        assertThatIllegalArgumentException().isThrownBy(() -> ReviewLots.of(SIX).commitment(new byte[31]));
    }

    @Test
    void anybody_draws_again_by_command_and_finds_what_was_changed(@TempDir Path folder) throws IOException {
        var file = folder.resolve("states.csv");
        Files.writeString(file, "XA,north\nXB,north\nXF,north\nXC,south\nXD,south\nXE,south\n");
        var secret = "00".repeat(32);
        var commitment = said(0, file, "--secret", secret).strip().replace("commitment ", "");
        var drawn = said(0, file, "--secret", secret, "--commitment", commitment, "--randomness", "pulse 1");
        var result = drawn.replaceAll("(?s).*result ([0-9a-f]{64}).*", "$1");

        assertThat(result).isEqualTo(ReviewLots.result(ReviewLots.of(SIX).draw(SECRET, "pulse 1")));
        assertThat(drawn).doesNotContain("This is");
        for (var published : List.of(result, result.toUpperCase(Locale.ROOT))) {
            assertThat(said(
                            0,
                            file,
                            "--secret",
                            secret,
                            "--commitment",
                            commitment,
                            "--randomness",
                            "pulse 1",
                            "--result",
                            published))
                    .endsWith("This is the same as what was published.\n");
        }
        assertThat(said(
                        1,
                        file,
                        "--secret",
                        secret,
                        "--commitment",
                        commitment,
                        "--randomness",
                        "pulse 1",
                        "--result",
                        secret))
                .contains("This is NOT what was published: " + secret)
                .doesNotContain("the same");
        said(1, file, "--secret", "11".repeat(32), "--commitment", commitment, "--randomness", "pulse 1");
        said(2, file, "--secret", secret, "--commitment", commitment);
        said(2, file, "--secret", "no hex");
        said(2, file, "--what", "x");
        Files.writeString(file, "XA,north\nXA,south\n");
        said(2, file, "--secret", secret);
    }

    private static String said(int code, Path file, String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        assertThat(LotsCommand.run(arguments, stream, stream))
                .as(String.join(" ", options))
                .isEqualTo(code);
        return out.toString(UTF_8);
    }

    private static Map<String, Long> reviews(List<DrawnState> drawn) {
        return drawn.stream()
                .flatMap(it -> List.of(it.sameRegion(), it.otherRegion()).stream())
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    }

    private static HashSet<String> results(ReviewLots lots) {
        var results = new HashSet<String>();
        for (int n = 0; n < 100; n++) {
            results.add(ReviewLots.result(lots.draw(SECRET, "pulse " + n)));
        }
        return results;
    }

    /** Between two and six regions of two to thirty States, none with more than half of all. */
    private static TreeMap<String, String> regions(Random random) {
        while (true) {
            var regions = new TreeMap<String, String>();
            var sizes = random.ints(2 + random.nextInt(5), 2, 31).toArray();
            for (int r = 0; r < sizes.length; r++) {
                for (int n = 0; n < sizes[r]; n++) {
                    regions.put("X" + (char) ('A' + r) + "-" + n, "r" + r);
                }
            }
            int largest = java.util.Arrays.stream(sizes).max().orElse(0);
            if (2 * largest <= regions.size()) {
                return regions;
            }
        }
    }
}
