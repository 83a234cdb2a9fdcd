package org.comity.ui.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Says in every language, the reader's first, what is wrong where nobody can be asked who reads it. */
final class PlainPage {

    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'";

    private static final JsonMapper JSON = new JsonMapper();

    private final Words words;
    private final String code;
    private final int status;

    PlainPage(Words words, FailureFacts failure) {
        this.words = words;
        this.code = failure.code();
        this.status = failure.status();
    }

    /**
     * To programs as RFC 9457 has it; to people a page.
     *
     * @param typed says what becomes of what was typed
     */
    void answer(HttpServletRequest request, HttpServletResponse response, boolean typed) throws IOException {
        // Null where the container could not even find it.
        var path = Objects.requireNonNullElse(request.getRequestURI(), "/");
        boolean program = path.startsWith(request.getContextPath() + "/api/");
        response.setStatus(status);
        response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        var said = program ? problem(request, path) : html(request, typed);
        response.getOutputStream().write(said.getBytes(UTF_8));
    }

    private String html(HttpServletRequest request, boolean typed) {
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
                .append(code)
                .append("</p></main></body></html>\n")
                .toString();
    }

    private String problem(HttpServletRequest request, String path) {
        var language = languages(request).getFirst();
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:comity:problem:" + code);
        problem.put("title", words.say(language, "error." + code + ".title"));
        problem.put("status", status);
        problem.put(
                "detail", words.say(language, "error." + code) + " " + words.say(language, "error." + code + ".do"));
        problem.put("instance", path);
        problem.put("code", code);
        return JSON.writeValueAsString(problem);
    }

    private List<Language> languages(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, "lang");
        var reader = chosen == null ? request.getLocale().getLanguage() : chosen.getValue();
        return words.languages().stream()
                .sorted(Comparator.comparing((Language it) -> !it.tag().equals(reader))
                        .thenComparing(it -> !it.equals(Language.ENGLISH)))
                .toList();
    }

    private String say(Language language, String part) {
        return HtmlUtils.htmlEscape(words.say(language, "error." + code + part), "UTF-8");
    }
}
