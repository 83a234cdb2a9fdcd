package org.comity.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.KnownArticles;

/** What an officer types about a paper of the Conference, cleaned; each check adds what is still wrong. */
public record TypedPaper(Map<String, String> typed) {

    public static final List<String> LANGUAGES = List.of("ar", "en", "es", "fr", "ru", "zh");

    private static final int MOST_ARTICLES = 10;

    public TypedPaper {
        typed = Map.copyOf(typed);
    }

    public String text(String field) {
        return field.startsWith("title") ? TypedText.line(typed.get(field)) : TypedText.clean(typed.get(field));
    }

    public boolean yes(String field) {
        return text(field).equals("true");
    }

    public Optional<LocalDate> day(String field) {
        return TypedText.day(typed.get(field));
    }

    /** From 1 to 99; empty for anything else. */
    public Optional<Integer> number(String field) {
        return text(field).matches("[1-9][0-9]?") ? Optional.of(Integer.valueOf(text(field))) : Optional.empty();
    }

    /** Of the Convention, e.g. {@code 24} or {@code 42(3)}; commas or spaces stand between. */
    public List<String> articles() {
        return ArticleReferences.typed(text("articles")).stream().distinct().toList();
    }

    public FormProblems articles(FormProblems found, KnownArticles law) {
        var named = articles();
        return named.size() <= MOST_ARTICLES
                        && named.stream().allMatch(it -> it.matches(ArticleReferences.FORM) && law.has(it))
                ? found
                : found.with("articles", "conference.problem.articles");
    }

    public FormProblems needs(FormProblems found, String field, int most, String key) {
        var text = text(field);
        return text.isEmpty() || text.length() > most ? found.with(field, key) : found;
    }

    public FormProblems among(FormProblems found, String field, List<String> words, String key) {
        return words.contains(text(field)) ? found : found.with(field, key);
    }

    public FormProblems matches(FormProblems found, String field, String pattern, String key) {
        return text(field).matches(pattern) ? found : found.with(field, key);
    }

    /** @param last after which it cannot be */
    public FormProblems day(FormProblems found, String field, LocalDate last, String key) {
        return day(field).filter(it -> !it.isAfter(last)).isEmpty() ? found.with(field, key) : found;
    }
}
