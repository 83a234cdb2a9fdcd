package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a letterhead may hold; each fault names its key. */
class LetterheadTest {

    @TempDir
    Path folder;

    @Test
    void lines_are_few_and_short_and_stand_under_a_language() {
        assertThat(new Letterhead(Map.of("ar", Collections.nCopies(8, "x".repeat(200))), null).picture())
                .isNull();

        wrong(Map.of("ar", Collections.nCopies(9, "x")), null, "node.letterhead.lines.ar");
        wrong(Map.of("ar", List.of("x".repeat(201))), null, "node.letterhead.lines.ar");
        wrong(Map.of("ar", List.of(" ")), null, "node.letterhead.lines.ar");
        wrong(Map.of("Arabic", List.of("x")), null, "node.letterhead.lines.Arabic");
    }

    @Test
    void an_image_is_png_or_jpeg_of_a_measured_size() throws IOException {
        var image = new Letterhead(Map.of(), drawn("png", 40, 20)).picture();
        assertThat(image.mediaType()).isEqualTo("image/png");
        assertThat(image.width()).isEqualTo(40);
        assertThat(new Letterhead(Map.of(), drawn("jpg", 4000, 1)).picture().mediaType())
                .isEqualTo("image/jpeg");

        wrong(Map.of(), drawn("png", 4001, 1), "more than 4000 pixels");
        wrong(Map.of(), drawn("gif", 4, 4), "neither PNG nor JPEG");
        wrong(Map.of(), folder.resolve("none.png"), "cannot be read");
        wrong(Map.of(), Files.write(folder.resolve("large.png"), new byte[(512 << 10) + 1]), "larger than 512 KB");
        wrong(Map.of(), Files.writeString(folder.resolve("text.png"), "no image"), "neither PNG nor JPEG");
    }

    private Path drawn(String format, int width, int height) throws IOException {
        var file = folder.resolve("%d.%s".formatted(width, format));
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return file;
    }

    private static void wrong(Map<String, List<String>> lines, Path image, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letterhead(lines, image))
                .withMessageContaining(said);
    }
}
