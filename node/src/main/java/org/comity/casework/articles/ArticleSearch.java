package org.comity.casework.articles;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.convention.Article;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/** Reads what a reader looks for: an article by its number, as lawyers write it, or a word of its title. */
record ArticleSearch(String text) {

    static final int LONGEST = 80;
    private static final Pattern CITED = Pattern.compile(
            "(?:art(?:icle)?s?\\.?|المادة|مادة)?\\s*([0-9]{1,3})\\s*((?:\\(\\s*[0-9a-z]{1,5}\\s*\\)\\s*)*)");

    static ArticleSearch of(@Nullable String query) {
        var text = query == null ? "" : westernDigits(query.strip()).toLowerCase(Locale.ROOT);
        return new ArticleSearch(CutText.to(text, LONGEST));
    }

    /** The number, when the reader cited an article. */
    Optional<String> number() {
        var cited = CITED.matcher(text);
        return cited.matches() ? Optional.of(cited.group(1).replaceFirst("^0+(?=.)", "")) : Optional.empty();
    }

    /** The paragraph, when the reader cited one: {@code 42(3)(a)}. */
    Optional<String> paragraph() {
        var cited = CITED.matcher(text);
        return cited.matches() && !cited.group(2).isBlank()
                ? Optional.of(number().orElseThrow() + cited.group(2).replaceAll("\\s", ""))
                : Optional.empty();
    }

    boolean fits(Article article) {
        return number().map(article.number()::equals)
                .orElseGet(() -> article.title().byLanguage().values().stream()
                        .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(text)));
    }

    /** ٤٢ is 42. */
    private static String westernDigits(String text) {
        var western = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (Character.getType(it) == Character.DECIMAL_DIGIT_NUMBER) {
                western.append(Character.getNumericValue(it));
            } else {
                western.appendCodePoint(it);
            }
        });
        return western.toString();
    }
}
