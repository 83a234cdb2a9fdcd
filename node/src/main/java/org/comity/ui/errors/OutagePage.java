package org.comity.ui.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** What is said while the database does not answer, and nobody can be asked who reads it: in every language, the reader's first. */
final class OutagePage {

    static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

    private static final String CODE = "no-database";
    private static final JsonMapper JSON = new JsonMapper();

    private final Words words;

    OutagePage(Words words) {
        this.words = words;
    }

    String html(HttpServletRequest request) {
        var languages = languages(request);
        var first = languages.getFirst();
        var page = new StringBuilder(
                """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title><link rel="stylesheet" href="%s/assets/comity.css"></head>
                <body><main class="narrow plain">
                """.formatted(first.tag(), first.dir(), say(first, ".title"), request.getContextPath()));
        boolean typed = !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
        var heading = "h1";
        for (var language : languages) {
            page.append("""
                    <section class="card fault" lang="%s" dir="%s"><div class="body stack"><%s>%s</%3$s><p>%s</p>%s<p>%s</p></div></section>
                    """.formatted(
                            language.tag(),
                            language.dir(),
                            heading,
                            say(language, ".title"),
                            say(language, ""),
                            typed ? "<p>" + say(language, ".typed") + "</p>" : "",
                            say(language, ".do")));
            heading = "h2";
        }
        return page.append("<p class=\"small muted\" dir=\"ltr\">")
                .append(CODE)
                .append("</p></main></body></html>\n")
                .toString();
    }

    /** RFC 9457, as every other problem. */
    String problem(HttpServletRequest request) {
        var language = languages(request).getFirst();
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:comity:problem:" + CODE);
        problem.put("title", words.say(language, "error.no-database.title"));
        problem.put("status", 503);
        problem.put(
                "detail", words.say(language, "error.no-database") + " " + words.say(language, "error.no-database.do"));
        problem.put("instance", request.getRequestURI());
        problem.put("code", CODE);
        return JSON.writeValueAsString(problem);
    }

    private List<Language> languages(HttpServletRequest request) {
        var reader = request.getLocale().getLanguage();
        return words.languages().stream()
                .sorted(Comparator.comparing((Language it) -> !it.tag().equals(reader))
                        .thenComparing(it -> !it.equals(Language.ENGLISH)))
                .toList();
    }

    private String say(Language language, String part) {
        return HtmlUtils.htmlEscape(words.say(language, "error." + CODE + part), "UTF-8");
    }
}
