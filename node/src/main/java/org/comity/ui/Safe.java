package org.comity.ui;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Pattern;

/** HTML that we wrote ourselves; what came from outside is escaped first. Templates print it as it is. */
public record Safe(String html) implements Content {

    private static final Pattern RUN = Pattern.compile(
            "[A-Za-z0-9+](?:[A-Za-z0-9()./:_+@#–-]*[A-Za-z0-9)])?(?: (?:UTC|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: UTC)?)\\b)*");

    public static Safe text(String text) {
        return new Safe(escaped(text));
    }

    /** Kept in one piece and left to right: references, hashes, articles, addresses, times with their zone. */
    public static Safe ltr(Object text) {
        return new Safe("<bdi class=\"ltr\" dir=\"ltr\">" + escaped(text.toString()) + "</bdi>");
    }

    /** A sentence in which each run that holds a figure keeps its direction. */
    static String isolated(String sentence) {
        var html = new StringBuilder();
        var runs = RUN.matcher(sentence);
        int from = 0;
        while (runs.find()) {
            var run = whole(runs.group());
            html.append(escaped(sentence.substring(from, runs.start())));
            html.append(needsIsolation(run) ? ltr(run).html() : escaped(run));
            from = runs.start() + run.length();
        }
        return html.append(escaped(sentence.substring(from))).toString();
    }

    /** A bracket that was opened before the run closes after it. */
    private static String whole(String run) {
        boolean closesMore = run.chars().filter(it -> it == ')').count() > run.chars().filter(it -> it == '(').count();
        return run.endsWith(")") && closesMore ? run.substring(0, run.length() - 1) : run;
    }

    private static boolean needsIsolation(String run) {
        return run.length() > 1
                && run.chars().anyMatch(Character::isDigit)
                && run.chars().anyMatch(it -> !Character.isDigit(it));
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public String toString() {
        return html;
    }
}
