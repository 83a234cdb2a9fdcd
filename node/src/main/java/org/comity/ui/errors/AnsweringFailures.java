package org.comity.ui.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.ui.ErrorView;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows one failure with two faces: a page for people, {@code application/problem+json} (RFC 9457) under {@code /api} and where
 * a page's script brings files.
 */
@Component
class AnsweringFailures {

    private static final List<String> PROGRAMS = List.of("/api/", "/evidence/uploads", "/seat/files/");

    private final Words words;
    private final IncidentNumbers incidents;

    AnsweringFailures(Words words, IncidentNumbers incidents) {
        this.words = words;
        this.incidents = incidents;
    }

    Object answer(String path, FailureFacts failure, @Nullable Throwable cause) {
        var incident = failure.ours() && cause != null ? incidents.record(path, cause, failure.outage()) : null;
        return PROGRAMS.stream().anyMatch(path::startsWith)
                ? problem(path, failure, incident)
                : page(failure, incident);
    }

    /** Nobody can be told any more; the log is. */
    void brokeOff(String path, FailureFacts failure, Throwable cause) {
        if (failure.ours()) incidents.record(path, cause, failure.outage());
    }

    private static ModelAndView page(FailureFacts failure, @Nullable String incident) {
        var view = new ErrorView(failure.code(), failure.facts(), incident, WrittenSentences.now());
        return new ModelAndView("ui/error", Map.of("error", view), HttpStatusCode.valueOf(failure.status()));
    }

    private ResponseEntity<ProblemDetail> problem(String path, FailureFacts failure, @Nullable String incident) {
        var language = Language.of(LocaleContextHolder.getLocale());
        var detail = ProblemDetail.forStatus(failure.status());
        detail.setType(URI.create("urn:comity:problem:" + failure.code().toLowerCase(Locale.ROOT)));
        detail.setTitle(words.say(language, title(failure)));
        detail.setDetail(sentences(language, failure));
        detail.setInstance(URI.create(path));
        detail.setProperty("code", failure.code());
        if (!failure.facts().isEmpty()) {
            detail.setProperty("facts", failure.facts());
        }
        if (incident != null) {
            detail.setProperty("incident", incident);
        }
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .body(detail);
    }

    private String title(FailureFacts failure) {
        var own = "error." + failure.code() + ".title";
        return words.has("en", own) ? own : "error.title";
    }

    /** What is wrong, and what to do next, as the page says both. */
    private String sentences(Language language, FailureFacts failure) {
        var wrong = words.say(language, sentence(failure), named(failure));
        var next = "error." + failure.code() + ".do";
        return words.has("en", next) ? wrong + " " + words.say(language, next, named(failure)) : wrong;
    }

    private String sentence(FailureFacts failure) {
        var own = "error." + failure.code();
        return words.has("en", own) ? own : "error.rule";
    }

    private static Object[] named(FailureFacts failure) {
        return failure.facts().entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray();
    }

    static String path(HttpServletRequest request) {
        var original = request.getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String it ? it : request.getRequestURI();
    }
}
