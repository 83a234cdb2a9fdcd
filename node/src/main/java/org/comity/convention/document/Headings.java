package org.comity.convention.document;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads how articles and what stands between them are headed, in each language in which treaties are published. */
final class Headings {

    private static final Map<String, String> ARTICLE = Map.of(
            "en", "(?:Article|ARTICLE) ([0-9]{1,3})\\.?",
            "fr", "(?:Article|ARTICLE) (premier|[0-9]{1,3})\\.?",
            "es", "(?:Artículo|ARTÍCULO) ([0-9]{1,3})\\.?",
            "ru", "(?:Статья|СТАТЬЯ) ([0-9]{1,3})\\.?",
            "ar", "(?:المادة|المادّة) ([0-9٠-٩]{1,3})",
            "zh", "第 ?([一二三四五六七八九十百]{1,6}|[0-9]{1,3}) ?条");

    /** A chapter, section or title, which belongs to no article, and what follows the last one. */
    private static final Map<String, String> BETWEEN = Map.of(
            "en",
                    "(?:Chapter|CHAPTER|Section|SECTION|Title|TITLE) [IVXLC0-9]{1,6}\\b.{0,80}|IN WITNESS WHEREOF.*|In witness whereof.*",
            "fr", "(?:Chapitre|CHAPITRE|Section|SECTION|Titre|TITRE) [IVXLC0-9]{1,6}\\b.{0,80}|EN FOI DE QUOI.*",
            "es", "(?:Capítulo|CAPÍTULO|Sección|SECCIÓN|Título|TÍTULO) [IVXLC0-9]{1,6}\\b.{0,80}|EN FE DE LO CUAL.*",
            "ru", "(?:Глава|ГЛАВА|Раздел|РАЗДЕЛ) [IVXLC0-9]{1,6}\\b.{0,80}|В УДОСТОВЕРЕНИЕ.*",
            "ar", "الفصل .{1,40}|الباب .{1,40}|وإثباتا.*|وإثباتًا.*",
            "zh", "第 ?[一二三四五六七八九十]{1,4} ?[章节编].{0,40}|[兹为]此?.*(?:证明|昭信守).*");

    /** Where a paragraph begins within an article. */
    private static final Pattern PARAGRAPH = Pattern.compile(
            "(?:[0-9٠-٩]{1,2}(?:[.．、)]| ?[-–] )|\\([^\\s()]{1,5}\\)|[a-z]\\)|（[^\\s（）]{1,3}）)\\s?\\S.*");

    private final Pattern article;
    private final Pattern between;

    private Headings(String article, String between) {
        this.article = Pattern.compile(article);
        this.between = Pattern.compile(between);
    }

    static Optional<Headings> of(String language) {
        var article = ARTICLE.get(language);
        var between = BETWEEN.get(language);
        return article == null || between == null ? Optional.empty() : Optional.of(new Headings(article, between));
    }

    /** The number, where the line is an article's heading and nothing else. */
    OptionalInt article(String line) {
        var heading = article.matcher(line.replace('\u00a0', ' '));
        return heading.matches() ? OptionalInt.of(number(heading.group(1))) : OptionalInt.empty();
    }

    boolean between(String line) {
        return between.matcher(line).matches();
    }

    boolean paragraph(String line) {
        return PARAGRAPH.matcher(line).matches();
    }

    private static int number(String written) {
        if (written.equals("premier")) {
            return 1;
        }
        if (Character.isDigit(written.charAt(0))) {
            return written.chars().map(Character::getNumericValue).reduce(0, (sum, digit) -> 10 * sum + digit);
        }
        int sum = 0;
        int digit = 0;
        for (char sign : written.toCharArray()) {
            switch (sign) {
                case '十' -> sum += 10 * Math.max(1, digit);
                case '百' -> sum += 100 * Math.max(1, digit);
                default -> digit = 1 + "一二三四五六七八九".indexOf(sign);
            }
            digit = sign == '十' || sign == '百' ? 0 : digit;
        }
        return sum + digit;
    }
}
