package org.comity.conference.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
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

    /** Of a paragraph, beside the whole text; the others stand on the page of the paragraph. */
    private static final int BESIDE_THE_TEXT = 5;

    static final int PAGE = 50;

    private final ConferenceHost host;
    private final TextRows rows;
    private final CommentRows comments;
    private final Voices voices;
    private final Directory directory;
    private final Clock clock;

    ReadingTexts(
            ConferenceHost host, TextRows rows, CommentRows comments, Voices voices, Directory directory, Clock clock) {
        this.host = host;
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
        return new TextsView(lines, host.mayWrite(by), !host.here(), problems, typed);
    }

    /** @param n the version; 0: the newest */
    TextView one(String key, int n, FormProblems problems, Map<String, String> typed, String language, Official by) {
        return one(key, n, BESIDE_THE_TEXT, problems, typed, language, by);
    }

    /** With what everybody said of it, as a program reads it. */
    TextView whole(String key, int n, String language, Official by) {
        return one(key, n, CommentRows.MOST_VOICES, FormProblems.NONE, Map.of(), language, by);
    }

    private TextView one(
            String key,
            int n,
            int each,
            FormProblems problems,
            Map<String, String> typed,
            String language,
            Official by) {
        var text = rows.find(key).orElseThrow(ConferenceRefused::unknown);
        var versions = rows.versions(text.id());
        var version = n == 0 ? versions.getLast() : version(versions, n);
        var said = comments.counting(text.id(), version.n(), each);
        var counted = comments.counted(text.id(), version.n());
        var sponsors = rows.sponsors(text.id());
        var order = voices.order();
        var names = new HashMap<String, String>();
        said.forEach(it -> names.computeIfAbsent(it.voice(), code -> voices.name(code, language)));
        sponsors.forEach(it -> names.computeIfAbsent(it.voice(), code -> voices.name(code, language)));
        var paragraphs = rows.paragraphs(text.id(), version.n()).stream()
                .map(it -> paragraph(it, said, counted, order))
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
                host.mayWrite(by),
                problems,
                typed);
    }

    /** @param from the first comment that is shown, counted from 0 */
    ParagraphView paragraph(TextView shown, int paragraph, int from) {
        long text = shown.text().id();
        int version = shown.version().n();
        var found = rows.paragraphs(text, version).stream()
                .filter(it -> it.key() == paragraph)
                .findFirst()
                .orElseThrow(ConferenceRefused::unknown);
        var said = comments.counting(text, version, paragraph, CommentRows.MOST_VOICES);
        var whole = paragraph(found, said, comments.counted(text, version), voices.order());
        return new ParagraphView(
                found,
                whole.comments().stream().skip(Math.max(0, from)).limit(PAGE).toList(),
                comments.replaced(text, version, paragraph, PAGE),
                whole.temperatures(),
                whole.all(),
                whole.unanswered(),
                whole.earlier());
    }

    ComparedView compare(String key, int from, int to) {
        var text = rows.find(key).orElseThrow(ConferenceRefused::unknown);
        var versions = rows.versions(text.id());
        int earlier = version(versions, Math.min(from, to)).n();
        int later = version(versions, Math.max(from, to)).n();
        return new ComparedView(
                text,
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

    private static ParagraphView paragraph(
            Paragraph it, List<Comment> shown, List<CountedComments> counted, Comparator<String> order) {
        var own = counted.stream().filter(each -> each.paragraph() == it.key()).toList();
        var temperatures = new LinkedHashMap<String, Long>();
        for (var each : Comment.TEMPERATURES) {
            long said = own.stream()
                    .filter(some -> some.state() && some.temperature().equals(each))
                    .mapToLong(CountedComments::said)
                    .sum();
            if (said > 0) temperatures.put(each, said);
        }
        return new ParagraphView(
                it,
                shown.stream()
                        .filter(each -> each.paragraph() == it.key())
                        .sorted(Comparator.comparing(Comment::state).reversed().thenComparing(Comment::voice, order))
                        .toList(),
                List.of(),
                temperatures,
                own.stream().mapToLong(CountedComments::said).sum(),
                own.stream().mapToLong(CountedComments::unanswered).sum(),
                own.stream().mapToLong(CountedComments::earlier).sum());
    }

    private static Version version(List<Version> versions, int n) {
        return versions.stream().filter(it -> it.n() == n).findFirst().orElseThrow(ConferenceRefused::unknown);
    }
}
