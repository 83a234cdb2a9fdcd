package org.comity.ui.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.Alarm;
import org.comity.ui.Alarms;
import org.comity.ui.Csrf;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.Flash;
import org.comity.ui.Language;
import org.comity.ui.Page;
import org.comity.ui.PageNotices;
import org.comity.ui.ReturnedForm;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the {@link Page} of a request. */
@Component
class MakingPages {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final Words words;
    private final ReaderLanguage languages;
    private final FormAddress addresses;
    private final RailEntries rail;
    private final CurrentOwnNode houses;
    private final ObjectProvider<CurrentOfficial> officials;
    private final ObjectProvider<PageNotices> notices;
    private final ObjectProvider<Alarms> alarms;
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final PracticeFrame practice;

    // More than eight: each gives one part of the frame around every page.
    MakingPages(
            Words words,
            ReaderLanguage languages,
            FormAddress addresses,
            RailEntries rail,
            CurrentOwnNode houses,
            ObjectProvider<CurrentOfficial> officials,
            ObjectProvider<PageNotices> notices,
            ObjectProvider<Alarms> alarms,
            ObjectProvider<ResourceUrlProvider> assets,
            PracticeFrame practice) {
        this.words = words;
        this.languages = languages;
        this.addresses = addresses;
        this.rail = rail;
        this.houses = houses;
        this.officials = officials;
        this.notices = notices;
        this.alarms = alarms;
        this.assets = assets;
        this.practice = practice;
    }

    Page of(HttpServletRequest request, @Nullable Flash flash, ReturnedForm returned) {
        var official = official();
        return new Page(
                words,
                languages.of(request),
                cookie(request, "theme").filter(THEMES::contains).orElse("auto"),
                csrf(request),
                addresses.of(request),
                official,
                official == null ? (String) request.getAttribute(Page.AUTHOR) : official.id(),
                houses.current(),
                practice.of(request, official),
                !cookie(request, "keys").equals(Optional.of("off")),
                BeginningOfRequest.of(request),
                rail.of(official),
                flashes(flash, official),
                this::asset,
                alarm(official, languages.of(request)),
                returned,
                lasts(request),
                cookie(request, "rows").equals(Optional.of("compact")));
    }

    private static int lasts(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? 0 : Math.max(0, session.getMaxInactiveInterval());
    }

    private List<Flash> flashes(@Nullable Flash news, @Nullable Official official) {
        if (news != null) {
            return List.of(news);
        }
        return official == null ? List.of() : PageNotices.said(notices.stream(), official);
    }

    private @Nullable Alarm alarm(@Nullable Official official, Language language) {
        return official == null
                ? null
                : alarms.orderedStream()
                        .flatMap(it -> it.alarm(official, language).stream())
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Official official() {
        return Optional.ofNullable(officials.getIfAvailable())
                .flatMap(CurrentOfficial::official)
                .orElse(null);
    }

    private static @Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken it
                ? new Csrf(it::getParameterName, it::getToken)
                : null;
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(it -> it.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private String asset(String path) {
        var provider = assets.getIfAvailable();
        var hashed = provider == null ? null : provider.getForLookupPath(path);
        return hashed == null ? path : hashed;
    }
}
