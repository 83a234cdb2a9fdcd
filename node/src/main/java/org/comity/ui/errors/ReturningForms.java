package org.comity.ui.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.FormProblems;
import org.comity.ui.ReturnedForm;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads a form in which something cannot be right back to the page on which it was filled in, with the problem at its field
 * and what was typed.
 */
final class ReturningForms {

    /** Together they wait in the session for one page. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final Set<String> NEVER_SHOWN_AGAIN =
            Set.of("_csrf", "once", "assertion", "password", "current", "again", "code", "secret");

    private ReturningForms() {}

    /** Empty where no form of a page is to be mended, or nobody knows from which page it came. */
    static Optional<String> page(RuleBroken broken, HttpServletRequest request) {
        if (broken.field().isEmpty()
                || !request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/api/")) {
            return Optional.empty();
        }
        return from(request).map(page -> {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(
                            "returned",
                            new ReturnedForm(
                                    request.getRequestURI(),
                                    broken.field(),
                                    "error." + broken.code(),
                                    broken.facts(),
                                    typed(request)));
            return "redirect:" + page + "#" + FormProblems.id(broken.field());
        });
    }

    /** Of our own pages, whatever the address says before the path. */
    private static Optional<String> from(HttpServletRequest request) {
        try {
            var page = URI.create(
                    Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).orElse(""));
            var path = page.getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//")
                    ? Optional.empty()
                    : Optional.of(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        int left = MOST_CHARACTERS;
        for (var each : request.getParameterMap().entrySet()) {
            int length = Arrays.stream(each.getValue()).mapToInt(String::length).sum();
            if (length > left || NEVER_SHOWN_AGAIN.contains(each.getKey())) continue;
            left -= length;
            typed.put(each.getKey(), List.of(each.getValue()));
        }
        return typed;
    }
}
