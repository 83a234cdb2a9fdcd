package org.comity.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives public pages to everybody: drawn once, kept for a while, with no cookie and nothing of who reads them. */
class GivingPublicPages extends OncePerRequestFilter {

    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /** A page that could not be drawn anew for so many times its life is given no longer. */
    private static final int LIVES = 5;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicSiteSettings settings;
    private final Words words;
    private final Clock clock;
    private final DrawnPages pages;

    GivingPublicPages(PublicSiteSettings settings, Words words, Clock clock) {
        this.settings = settings;
        this.words = words;
        this.clock = clock;
        this.pages = new DrawnPages(settings.mostKept(), settings.drawnPerSecond());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!settings.enabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!READING.contains(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (request.getRequestURI().equals("/") || request.getRequestURI().equals(PublicAddress.ROOT)) {
            toFirstPage(request, response);
            return;
        }
        var tag = PublicAddress.language(request.getRequestURI());
        var language = tag.flatMap(Language::of).filter(words.languagesOn(PublicAddress.ROOT)::contains);
        if (tag.isPresent() && language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (PublicAddress.tooLong(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
            return;
        }
        if (PublicAddress.ambiguous(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        language.ifPresent(it -> request.setAttribute(Language.OF_ADDRESS, it));
        give(request, response, chain);
    }

    private void give(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = PublicAddress.key(request);
        var kept = pages.find(key);
        var now = clock.instant();
        var fresh = kept.filter(it -> now.isBefore(it.at().plus(settings.kept())));
        if (fresh.isPresent()) {
            answer(request, response, fresh.get());
            return;
        }
        var old = kept.filter(it -> now.isBefore(it.at().plus(settings.kept().multipliedBy(LIVES))));
        boolean mine = old.isEmpty() || old.get().mineToDraw();
        if (!mine || !pages.mayDraw(CallerOrigin.of(request.getRemoteAddr()), now)) {
            if (mine) old.ifPresent(it -> it.drawing().set(false));
            if (old.isPresent()) {
                answer(request, response, old.get());
            } else {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
            return;
        }
        try {
            draw(key, old, request, response, chain);
        } finally {
            old.ifPresent(it -> it.drawing().set(false));
        }
    }

    private void draw(
            String key,
            Optional<DrawnPage> old,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var drawn = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, drawn);
        if (drawn.getStatus() == HttpServletResponse.SC_OK && !response.isCommitted()) {
            var page = DrawnPage.of(
                    drawn.getContentAsByteArray(), String.valueOf(drawn.getContentType()), clock.instant());
            pages.keep(key, page);
            answer(request, response, page);
        } else if (drawn.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                && old.isPresent()
                && !response.isCommitted()) {
            response.reset();
            answer(request, response, old.get());
        } else {
            drawn.copyBodyToResponse();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, DrawnPage page) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, "public, max-age=" + settings.kept().toSeconds());
        response.setHeader(HttpHeaders.ETAG, page.tag());
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && page.known(known)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(page.type());
        response.setContentLength(page.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(page.body());
        }
    }

    /** In the first language that the browser names and that the pages have. */
    private void toFirstPage(HttpServletRequest request, HttpServletResponse response) {
        var language = Language.ENGLISH;
        var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? java.util.Collections.<java.util.Locale>emptyEnumeration()
                : request.getLocales();
        while (asked.hasMoreElements()) {
            var known = Language.of(asked.nextElement().getLanguage())
                    .filter(words.languagesOn(PublicAddress.ROOT)::contains);
            if (known.isPresent()) {
                language = known.get();
                break;
            }
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, PublicAddress.ROOT + "/" + language.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", Cookie");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
