package org.comity.ui.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Finds the reader's language: {@code ?lang=}, the cookie, what the browser asks for, English. */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";

    private final Words words;

    ReaderLanguage(Words words) {
        this.words = words;
    }

    Language of(HttpServletRequest request) {
        var here = here(request);
        if (request.getAttribute(Language.OF_ADDRESS) instanceof Language ofAddress && here.contains(ofAddress)) {
            return ofAddress;
        }
        return chosen(request)
                .or(() -> MakingPages.cookie(request, PARAMETER)
                        .flatMap(Language::of)
                        .filter(here::contains))
                .or(() -> asked(request))
                .orElse(Language.ENGLISH);
    }

    /** What the address asks for after its question mark; nothing where its path says it. */
    Optional<Language> chosen(HttpServletRequest request) {
        if (request.getAttribute(Language.OF_ADDRESS) != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getParameter(PARAMETER))
                .flatMap(Language::of)
                .filter(here(request)::contains);
    }

    private Optional<Language> asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        var here = here(request);
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var language = Language.of(locales.nextElement().getLanguage()).filter(here::contains);
            if (language.isPresent()) {
                return language;
            }
        }
        return Optional.empty();
    }

    /** Those in which the page exists that is drawn: an error is drawn at an address of its own. */
    private List<Language> here(HttpServletRequest request) {
        return words.languagesOn(request.getRequestURI());
    }

    static String pathWithoutLanguage(HttpServletRequest request) {
        // Of a page about a failure it is the address that failed.
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var attribute = failed != null ? failed : request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var path = attribute instanceof String it ? it : request.getRequestURI();
        if (request.getQueryString() == null || !request.getMethod().equals("GET")) {
            return path;
        }
        return address(path, request.getQueryString());
    }

    /** Neither the language nor the token of a form that brings files stands in it. */
    static String address(String path, @Nullable String query) {
        var kept = Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
                .filter(it -> !it.startsWith(PARAMETER + "=") && !it.startsWith("_csrf="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by ?lang=");
    }
}
