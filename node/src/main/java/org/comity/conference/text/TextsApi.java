package org.comity.conference.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.text.TextView.ParagraphView;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Texts as JSON: what the pages show of them. */
@RestController
@RequestMapping("/api/v1/conference/texts")
class TextsApi {

    private final ReadingTexts reading;

    TextsApi(ReadingTexts reading) {
        this.reading = reading;
    }

    @GetMapping
    Listed list(Official by) {
        return new Listed(reading.all(FormProblems.NONE, Map.of(), by).lines().stream()
                .map(it -> new ListedText(
                        it.text().key(),
                        it.text().title(),
                        it.text().language(),
                        it.version(),
                        it.status().word(),
                        it.commentsUntil(),
                        it.text().everybody()))
                .toList());
    }

    /** The newest version. */
    @GetMapping("/{key:[a-z][a-z0-9-]{1,39}}")
    WholeText one(@PathVariable String key, Official by) {
        var view = reading.whole(key, 0, "en", by);
        return new WholeText(
                key,
                view.text().title(),
                view.text().language(),
                view.version().n(),
                view.version().day(),
                view.version().commentsUntil(),
                view.status().word(),
                view.sponsors().stream()
                        .filter(it -> it.until() == null)
                        .map(KeptText.Sponsor::voice)
                        .toList(),
                view.paragraphs().stream().map(TextsApi::paragraph).toList());
    }

    private static ParagraphJson paragraph(ParagraphView it) {
        return new ParagraphJson(
                it.paragraph().place(),
                it.paragraph().key(),
                it.paragraph().words(),
                it.paragraph().status().word(),
                it.all(),
                it.comments().stream()
                        .map(each -> new CommentJson(
                                each.voice(),
                                each.state(),
                                each.temperature(),
                                each.words(),
                                each.cameOn(),
                                each.channel(),
                                each.answer(),
                                each.answerWords()))
                        .toList());
    }

    record Listed(List<ListedText> texts) {}

    record ListedText(
            String key,
            String title,
            String language,
            int version,
            String status,
            @Nullable LocalDate commentsUntil,
            boolean everybody) {}

    record WholeText(
            String key,
            String title,
            String language,
            int version,
            LocalDate day,
            @Nullable LocalDate commentsUntil,
            String status,
            List<String> sponsors,
            List<ParagraphJson> paragraphs) {}

    /** @param counting how many comments count: of a long text, {@code comments} are fewer */
    record ParagraphJson(int n, int key, String words, String status, long counting, List<CommentJson> comments) {}

    record CommentJson(
            String voice,
            boolean state,
            String temperature,
            String words,
            LocalDate cameOn,
            String channel,
            String answer,
            String answerWords) {}
}
