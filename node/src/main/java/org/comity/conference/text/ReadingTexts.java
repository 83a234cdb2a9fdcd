package org.comity.conference.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceDuty;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.Voices;
import org.comity.conference.text.KeptText.Comment;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Version;
import org.comity.conference.text.TextView.ParagraphView;
import org.comity.directory.Directory;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws texts with their versions, what was said of each paragraph, and what changed between any two versions. */
@Component
class ReadingTexts {

    private final TextRows rows;
    private final CommentRows comments;
    private final Voices voices;
    private final Directory directory;
    private final Clock clock;

    ReadingTexts(TextRows rows, CommentRows comments, Voices voices, Directory directory, Clock clock) {
        this.rows = rows;
        this.comments = comments;
        this.voices = voices;
        this.directory = directory;
        this.clock = clock;
    }

    TextsView all(FormProblems problems, Map<String, String> typed, Official by) {
        var lines = rows.all().stream()
                .map(it -> {
                    var newest = rows.versions(it.id()).getLast();
                    var status = rows.paragraphs(it.id(), newest.n()).stream()
                            .map(Paragraph::status)
                            .toList();
                    return new TextsView.Line(it, newest.n(), ParagraphStatus.ofWhole(status), newest.commentsUntil());
                })
                .toList();
        return new TextsView(lines, ConferenceDuty.mayWrite(by), problems, typed);
    }

    /** @param n the version; 0: the newest */
    TextView one(String key, int n, FormProblems problems, Map<String, String> typed, String language, Official by) {
        var text = rows.find(key).orElseThrow(ConferenceRefused::unknown);
        var versions = rows.versions(text.id());
        var version = n == 0 ? versions.getLast() : version(versions, n);
        var said = comments.comments(text.id(), version.n());
        var sponsors = rows.sponsors(text.id());
        var order = voices.order();
        var names = new HashMap<String, String>();
        said.forEach(it -> names.computeIfAbsent(it.voice(), code -> voices.name(code, language)));
        sponsors.forEach(it -> names.computeIfAbsent(it.voice(), code -> voices.name(code, language)));
        var paragraphs = rows.paragraphs(text.id(), version.n()).stream()
                .map(it -> paragraph(it, said, order))
                .toList();
        return new TextView(
                text,
                version,
                versions,
                paragraphs,
                sponsors,
                names,
                voices.known(language),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                ConferenceDuty.mayWrite(by),
                problems,
                typed);
    }

    ParagraphView paragraph(String key, int n, int paragraph, String language, Official by) {
        return one(key, n, FormProblems.NONE, Map.of(), language, by).paragraphs().stream()
                .filter(it -> it.paragraph().key() == paragraph)
                .findFirst()
                .orElseThrow(ConferenceRefused::unknown);
    }

    ComparedView compare(String key, int from, int to) {
        var text = rows.find(key).orElseThrow(ConferenceRefused::unknown);
        var versions = rows.versions(text.id());
        int earlier = version(versions, Math.min(from, to)).n();
        int later = version(versions, Math.max(from, to)).n();
        return new ComparedView(
                text,
                versions,
                earlier,
                later,
                ComparedParagraph.of(rows.paragraphs(text.id(), earlier), rows.paragraphs(text.id(), later)));
    }

    /** The version as a file that other programs for laws and resolutions read. */
    String akomaNtoso(String key, int n, String language, Official by) {
        var self = directory.self();
        return new AkomaNtosoText(self.state().code(), self.id(), self.name("en"))
                .write(one(key, n, FormProblems.NONE, Map.of(), language, by));
    }

    private static ParagraphView paragraph(Paragraph it, List<Comment> all, Comparator<String> order) {
        var own = all.stream().filter(each -> each.paragraph() == it.key()).toList();
        var counting = own.stream()
                .filter(Comment::counts)
                .sorted(Comparator.comparing(Comment::state).reversed().thenComparing(Comment::voice, order))
                .toList();
        var temperatures = new LinkedHashMap<String, Long>();
        for (var each : Comment.TEMPERATURES) {
            long said = counting.stream()
                    .filter(comment -> comment.state() && comment.temperature().equals(each))
                    .count();
            if (said > 0) temperatures.put(each, said);
        }
        return new ParagraphView(
                it, counting, own.stream().filter(each -> !each.counts()).toList(), temperatures);
    }

    private static Version version(List<Version> versions, int n) {
        return versions.stream().filter(it -> it.n() == n).findFirst().orElseThrow(ConferenceRefused::unknown);
    }
}
