package org.comity.conference.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.conference.Voices.Voice;
import org.comity.conference.text.KeptText.Comment;
import org.comity.conference.text.KeptText.Paragraph;
import org.comity.conference.text.KeptText.Sponsor;
import org.comity.conference.text.KeptText.Version;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/**
 * One version of a text, as a page shows it.
 *
 * @param names of voices by their codes
 * @param typed what was typed into the form that has problems
 */
public record TextView(
        KeptText text,
        Version version,
        List<Version> versions,
        List<ParagraphView> paragraphs,
        List<Sponsor> sponsors,
        Map<String, String> names,
        List<Voice> known,
        LocalDate today,
        boolean mayWrite,
        FormProblems problems,
        Map<String, String> typed) {

    static final String MOVED = "texts.problem.moved";

    /** Another version was made while something was said of this one; its paragraph stands in the new one, too. */
    static final String NEWER = "texts.problem.newer";

    /** The same, and the new one is without the paragraph. */
    static final String GONE = "texts.problem.gone";

    /**
     * A paragraph with what counts of what was said, States first, and what was replaced.
     *
     * @param comments as many of them as this page shows
     * @param all how many count
     * @param earlier how many were replaced by their own voice
     * @param unanswered how many of those wait for the editor
     */
    public record ParagraphView(
            Paragraph paragraph,
            List<Comment> comments,
            List<Comment> replaced,
            Map<String, Long> temperatures,
            long all,
            long unanswered,
            long earlier) {}

    public boolean newest() {
        return version.n() == versions.getLast().n();
    }

    public ParagraphStatus status() {
        return ParagraphStatus.ofWhole(
                paragraphs.stream().map(it -> it.paragraph().status()).toList());
    }

    public long unanswered() {
        return paragraphs.stream().mapToLong(ParagraphView::unanswered).sum();
    }

    /** Whether anybody has said anything of this version. */
    public boolean commented() {
        return paragraphs.stream().anyMatch(it -> it.all() > 0);
    }

    public String name(String voice) {
        return known.stream()
                .filter(it -> it.code().equals(voice))
                .findFirst()
                .map(Voice::name)
                .orElse(names.getOrDefault(voice, voice));
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What was typed for a paragraph, where that says something else than its words; else nothing. */
    public String changed(Paragraph of) {
        var words = TypedText.clean(typed("words-" + of.key()));
        return words.equals(of.words()) ? "" : words;
    }

    /** What was typed of a paragraph that the newest version does not have; empty otherwise. */
    public String lost() {
        boolean gone = problems.all().stream().anyMatch(it -> it.key().equals(GONE));
        return gone ? TypedText.clean(typed("words") + typed("why")) : "";
    }

    /** Another version was made while this one was written. */
    public boolean moved() {
        return problems.all().stream().anyMatch(it -> it.key().equals(MOVED));
    }

    /** What was typed at paragraphs that this version does not have. */
    public List<String> typedElsewhere() {
        var here = paragraphs.stream().map(it -> it.paragraph().key()).collect(Collectors.toSet());
        var form = NextVersion.typed(typed);
        return Stream.of(form.words(), form.after())
                .flatMap(it -> it.entrySet().stream())
                .filter(it -> it.getKey() != 0
                        && !here.contains(it.getKey())
                        && !it.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Where the pages of this text stand. */
    public String here() {
        return "/conference/texts/" + text.key();
    }
}
