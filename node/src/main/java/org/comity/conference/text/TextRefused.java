package org.comity.conference.text;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be written into a text as it stands; nothing was changed. */
final class TextRefused extends RuleBroken {

    private TextRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    private TextRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    /** The words of what is agreed do not change behind anybody's back. */
    static TextRefused agreed(int place) {
        return new TextRefused("texts.agreed", Map.of("n", Integer.toString(place)));
    }

    static TextRefused same() {
        return new TextRefused("texts.same", Map.of());
    }

    static TextRefused brackets(int place) {
        return new TextRefused("texts.brackets", Map.of("n", Integer.toString(place)));
    }

    static TextRefused noAnswer(long comment) {
        return new TextRefused("texts.no-answer", "answer-" + comment);
    }

    static TextRefused noReason() {
        return new TextRefused("texts.no-reason", Map.of());
    }

    static TextRefused noReason(long comment) {
        return new TextRefused("texts.no-reason", "why-" + comment);
    }

    static TextRefused notNewest() {
        return new TextRefused("texts.not-newest", Map.of());
    }
}
