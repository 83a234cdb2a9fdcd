package org.comity.conference.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.conference.PublicTexts.PublicParagraph;
import org.comity.conference.PublicTexts.PublicText;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Version;

/** A text as others read it elsewhere: its newest version with its status, without what anybody said of it. */
final class TextOnBoard {

    private static final int MOST_BYTES = 60_000;

    private TextOnBoard() {}

    static PublicText of(KeptText text, Version version, List<Paragraph> paragraphs) {
        var status = ParagraphStatus.ofWhole(
                paragraphs.stream().map(Paragraph::status).toList());
        return new PublicText(
                text.key(),
                text.title(),
                text.language(),
                version.n(),
                version.day(),
                status.word(),
                paragraphs.stream()
                        .map(it -> new PublicParagraph(
                                it.place(), it.words(), it.status().word()))
                        .toList());
    }

    /** What is too long for a board is told without its words. */
    static Map<String, Object> json(PublicText text) {
        var json = new HashMap<String, Object>(Map.of(
                "kind", "text",
                "title", text.title(),
                "key", text.key(),
                "language", text.language(),
                "version", text.version(),
                "day", text.day().toString(),
                "status", text.status()));
        int length = text.paragraphs().stream()
                .mapToInt(it -> it.words().getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 100)
                .sum();
        if (length <= MOST_BYTES) {
            json.put(
                    "paragraphs",
                    text.paragraphs().stream()
                            .map(it -> Map.of("n", it.place(), "words", it.words(), "status", it.status()))
                            .toList());
        }
        return json;
    }
}
