package org.comity.evidence.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is kept under a name that means one file everywhere, and what it was called is not lost. */
class FilePlaceTest {

    @ParameterizedTest
    @CsvSource({
        "'IMG 12:30?.jpg', 'IMG 12_30_.jpg'",
        "'C:\\cases\\a.txt', 'C_/cases/a.txt'",
        "'invoice\u202Efdp.exe', 'invoice_fdp.exe'",
        "'../../etc/notes', 'etc/notes'"
    })
    void what_it_was_called_is_kept_beside_the_name_that_can_be(String said, String kept) {
        var place = FilePlace.of(said);
        assertThat(place.folder().isEmpty() ? place.name() : place.folder() + "/" + place.name())
                .isEqualTo(kept);
        assertThat(place.written(said)).isEqualTo(said.replace('\0', '\uFFFD'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "case 7/photo (2).jpg", "صورة.jpg"})
    void a_name_that_can_be_kept_is_said_once(String said) {
        assertThat(FilePlace.of(said).written(said)).isNull();
    }

    @Test
    void what_is_kept_is_bounded() {
        var said = "x:" + "\uD83D\uDCF7/".repeat(5000);
        for (var each : new String[] {said, "x" + said, "xx" + said}) {
            var kept = FilePlace.of("x:").written(each);
            assertThat(kept).hasSizeLessThanOrEqualTo(1000).hasSizeGreaterThan(998);
            assertThat(new String(kept.getBytes(UTF_8), UTF_8))
                    .as("no character is halved")
                    .isEqualTo(kept);
        }
    }
}
