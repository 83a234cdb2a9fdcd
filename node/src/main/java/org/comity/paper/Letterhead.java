package org.comity.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.comity.sealing.Letters.Image;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The head of what goes out on paper; what is wrong with it stops the start.
 *
 * @param lines by language tag, at most 8 of at most 200 characters; a language without any takes them from our entry
 * @param image PNG or JPEG, at most 512 KB and 4,000 pixels a side; null: none
 */
@ConfigurationProperties("node.letterhead")
record Letterhead(
        @DefaultValue Map<String, List<String>> lines,
        @Nullable Path image) {

    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 200;
    private static final int LARGEST = 512 << 10;
    private static final int MOST_PIXELS = 4000;

    Letterhead {
        lines.forEach((language, each) -> {
            if (!language.matches("[a-z]{2}") || each.isEmpty() || each.size() > MOST_LINES) {
                throw new IllegalArgumentException(
                        "node.letterhead.lines.%s is not 1 to %d lines under a language such as ar"
                                .formatted(language, MOST_LINES));
            }
            if (each.stream().anyMatch(it -> it.isBlank() || it.length() > LONGEST_LINE)) {
                throw new IllegalArgumentException(
                        "node.letterhead.lines.%s holds a line that is empty or longer than %d"
                                .formatted(language, LONGEST_LINE));
            }
        });
        read(image);
    }

    @Nullable
    Image picture() {
        return read(image);
    }

    private static @Nullable Image read(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "is larger than 512 KB");
            }
            return image(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw wrong(file, "cannot be read");
        }
    }

    /** The size is read from its head alone, so that a small file cannot unfold into a huge picture. */
    private static Image image(Path file, byte[] content) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw wrong(file, "is neither PNG nor JPEG");
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                var format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
                if (!format.equals("png") && !format.equals("jpeg")) {
                    throw wrong(file, "is neither PNG nor JPEG");
                }
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > MOST_PIXELS || height > MOST_PIXELS) {
                    throw wrong(file, "has more than %d pixels on a side".formatted(MOST_PIXELS));
                }
                return new Image("image/" + format, content, width, height);
            } finally {
                reader.dispose();
            }
        }
    }

    private static IllegalArgumentException wrong(Path file, String what) {
        return new IllegalArgumentException("node.letterhead.image: %s %s".formatted(file, what));
    }
}
