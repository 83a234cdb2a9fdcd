package org.comity.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.comity.sealing.OfficialLetter.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs our letters, and what of the State's own stands in place of our form; what is wrong with it stops the start.
 *
 * @param signatories by the function that speaks, e.g. {@code central-authority}
 * @param style rules (CSS) for the PDF, read after ours, at most 64 KB; they fetch nothing
 * @param document a DOCX with the State's letterhead, at most 1 MB
 */
@ConfigurationProperties("node.letters")
record LetterSettings(
        @DefaultValue Map<String, Signatory> signatories,
        @Nullable Path style,
        @Nullable Path document) {

    private static final int LARGEST_STYLE = 64 << 10;
    private static final int LARGEST_DOCUMENT = 1 << 20;
    private static final int LONGEST = 200;
    private static final Pattern FETCHES = Pattern.compile("(?i)@import|url\\s*\\(\\s*['\"]?(?!data:image/)");

    /**
     * @param name empty: whoever signs writes it
     * @param function by language, e.g. {@code Head of the Central Authority}
     */
    record Signatory(
            @DefaultValue("") String name, @DefaultValue Map<String, String> function) {

        static final Signatory UNNAMED = new Signatory("", Map.of());
    }

    LetterSettings {
        signatories.forEach((function, signatory) -> {
            if (signatory.name().length() > LONGEST
                    || signatory.function().values().stream().anyMatch(it -> it.length() > LONGEST)) {
                throw new IllegalArgumentException(
                        "node.letters.signatories.%s holds more than %d characters".formatted(function, LONGEST));
            }
        });
        template(style, document);
    }

    Signatory signatory(String function) {
        return signatories.getOrDefault(function, Signatory.UNNAMED);
    }

    Template template() {
        return template(style, document);
    }

    private static Template template(@Nullable Path style, @Nullable Path document) {
        if (style == null && document == null) {
            return Template.OURS;
        }
        return new Template(style == null ? "" : style(style), document == null ? null : document(document));
    }

    private static String style(Path file) {
        var style = new String(read("style", file, LARGEST_STYLE), StandardCharsets.UTF_8);
        if (FETCHES.matcher(style).find()) {
            throw wrong("style", file, "fetches something: only data:image/ is shown");
        }
        return style;
    }

    private static byte[] document(Path file) {
        var bytes = read("document", file, LARGEST_DOCUMENT);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            document.getBodyElements();
        } catch (IOException | RuntimeException e) {
            throw wrong("document", file, "is no DOCX");
        }
        return bytes;
    }

    private static byte[] read(String key, Path file, int largest) {
        try {
            if (Files.size(file) > largest) {
                throw wrong(key, file, "is larger than %d KB".formatted(largest >> 10));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw wrong(key, file, "cannot be read");
        }
    }

    private static IllegalArgumentException wrong(String key, Path file, String what) {
        return new IllegalArgumentException("node.letters.%s %s %s".formatted(key, file, what));
    }
}
