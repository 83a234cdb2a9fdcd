package org.comity.conference.text;

import java.util.Map;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.RuleBroken;

/** What cannot be written into a text as it stands; nothing was changed. */
final class TextRefused extends RuleBroken {

    private TextRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    private TextRefused(String code, Map<String, String> facts, String field) {
        super(code, facts, field);
    }

    /** The words of what is agreed do not change behind anybody's back. */
    static TextRefused agreed(int place) {
        return new TextRefused("texts.agreed", Map.of("n", Integer.toString(place)));
    }

    static TextRefused same() {
        return new TextRefused("texts.same", Map.of());
    }

    static TextRefused large(int most) {
        return new TextRefused("texts.large", Map.of("most", Integer.toString(most)));
    }

    static TextRefused noAnswer(long comment) {
        return new TextRefused("texts.no-answer", Map.of(), "answer-" + comment);
    }

    static TextRefused noReason(long comment) {
        return new TextRefused("texts.no-reason", Map.of(), "why-" + comment);
    }

    static TextRefused tooLong(long comment, int most, String why) {
        return new TextRefused("texts.long-answer", FormProblems.lengths(most, why), "why-" + comment);
    }
}
