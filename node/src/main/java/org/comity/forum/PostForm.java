package org.comity.forum;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to say something in a room; kept as typed until it is right.
 *
 * @param asked participants that are asked for an answer, of a question
 * @param due the day by which they are asked, or the last of a temperature check
 * @param asWritten the checker warned, and who writes has looked and leaves it so
 */
public record PostForm(
        String kind,
        String title,
        String articles,
        String text,
        String language,
        String label,
        String asked,
        String due,
        boolean asWritten,
        List<String> warned) {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_ARTICLES = 10;
    static final int MOST_ASKED = 20;
    private static final int LONGEST_WAIT = 366;

    static PostForm empty(KeptRoom room, String language) {
        return new PostForm("question", "", "", "", language, room.light().word(), "", "", false, List.of());
    }

    static PostForm of(Map<String, String> typed) {
        var title = TypedText.line(typed.get("title"));
        var text = TypedText.clean(typed.get("text"));
        return new PostForm(
                TypedText.clean(typed.get("kind")),
                title,
                TypedText.clean(typed.get("articles")),
                text,
                TypedText.clean(typed.get("language")),
                TypedText.clean(typed.get("label")),
                TypedText.line(typed.get("asked")),
                TypedText.clean(typed.get("due")),
                "yes".equals(typed.get("asWritten")),
                CaseDataCheck.of(title + "\n" + text));
    }

    /** @param opens it is the first of a topic */
    FormProblems problems(KeptRoom room, boolean opens, KnownArticles law) {
        var found = FormProblems.NONE;
        if (opens && (title.isEmpty() || title.length() > LONGEST_TITLE)) {
            found = found.with("title", "forum.needed.title");
        }
        if (opens && TopicKind.of(kind).isEmpty()) found = found.with("kind", "forum.needed.kind");
        if (opens) {
            var unknown = articleList().stream()
                    .filter(it -> !isArticle(it) || !law.has(it))
                    .findFirst();
            if (articleList().size() > MOST_ARTICLES) found = found.with("articles", "forum.needed.articles");
            else if (unknown.isPresent())
                found = found.with("articles", "forum.needed.article", "article", unknown.get());
        }
        if (!fits(text)) found = found.with("text", "forum.needed.text");
        if (!isLanguage(language)) found = found.with("language", "forum.needed.language");
        if (labels(room).stream().noneMatch(it -> it.word().equals(label))) {
            found = found.with("label", "forum.needed.label");
        }
        if (!found.any() && !warned.isEmpty() && !asWritten) found = found.with("asWritten", "forum.needed.looked");
        return found;
    }

    /** @param possible who can be asked in this room */
    FormProblems asking(LocalDate today, Predicate<String> possible) {
        var found = FormProblems.NONE;
        var unfit = askedList().stream().filter(possible.negate()).findFirst();
        if (askedList().size() > MOST_ASKED) found = found.with("asked", "forum.needed.asked-most");
        else if (unfit.isPresent()) found = found.with("asked", "forum.needed.asked", "participant", unfit.get());
        var day = day();
        boolean typed = kind.equals(TopicKind.CHECK.word()) && !due.isEmpty()
                || !askedList().isEmpty();
        return (day == null ? typed : !isAhead(day, today)) ? found.with("due", "forum.needed.due") : found;
    }

    /** From today on, for a year at most. */
    static boolean isAhead(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_WAIT));
    }

    /** Of a question alone. */
    List<String> askedList() {
        return kind.equals(TopicKind.QUESTION.word()) ? participants(asked) : List.of();
    }

    static List<String> participants(String typed) {
        return Arrays.stream(typed.split("[\\s,;،؛]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** Of a question in which somebody is asked, or a temperature check. */
    @Nullable
    LocalDate day() {
        boolean said = kind.equals(TopicKind.CHECK.word()) || !askedList().isEmpty();
        return said ? TypedText.day(due).orElse(null) : null;
    }

    static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static boolean isLanguage(String said) {
        return said.matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?");
    }

    static boolean isArticle(String said) {
        return said.matches(ArticleReferences.FORM);
    }

    List<String> articleList() {
        return ArticleReferences.typed(articles);
    }

    TrafficLight light() {
        return TrafficLight.of(label).orElseThrow();
    }

    /** The room's label and narrower ones; RED stands alone, since it names persons and is kept apart from all else. */
    public static List<TrafficLight> labels(KeptRoom room) {
        return Arrays.stream(TrafficLight.values())
                .filter(it ->
                        !it.widerThan(room.light()) && (it == TrafficLight.RED) == (room.light() == TrafficLight.RED))
                .toList();
    }
}
