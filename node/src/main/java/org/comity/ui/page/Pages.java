package org.comity.ui.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.Csrf;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.Flash;
import org.comity.ui.House;
import org.comity.ui.Page;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the {@link Page} of a request. */
@Component
@EnableConfigurationProperties(HouseProperties.class)
class Pages {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final Words words;
    private final Languages languages;
    private final Rail rail;
    private final ObjectProvider<CurrentOfficial> officials;
    private final ObjectProvider<House> houses;
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final ConfiguredHouse configured;
    private final boolean practice;
    private final Clock clock;

    Pages(Words words, Languages languages, Rail rail, Neighbours neighbours, Clock clock) {
        this.words = words;
        this.languages = languages;
        this.rail = rail;
        this.officials = neighbours.officials();
        this.houses = neighbours.houses();
        this.assets = neighbours.assets();
        this.configured = neighbours.configured();
        this.practice = neighbours.practice();
        this.clock = clock;
    }

    Page of(HttpServletRequest request, @Nullable Flash flash) {
        var official = official();
        return new Page(
                words,
                languages.of(request),
                cookie(request, "theme").filter(THEMES::contains).orElse("auto"),
                csrf(request),
                Languages.pathWithoutLanguage(request),
                official,
                houses.getIfAvailable(() -> configured),
                practice,
                !cookie(request, "keys").equals(Optional.of("off")),
                clock.instant(),
                rail.of(official),
                flash,
                this::asset);
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

    /** What the other modules may or may not give. */
    @Component
    static class Neighbours {

        private final ObjectProvider<CurrentOfficial> officials;
        private final ObjectProvider<House> houses;
        private final ObjectProvider<ResourceUrlProvider> assets;
        private final ConfiguredHouse configured;
        private final boolean practice;

        Neighbours(
                ObjectProvider<CurrentOfficial> officials,
                ObjectProvider<House> houses,
                ObjectProvider<ResourceUrlProvider> assets,
                HouseProperties house,
                @Value("${node.id}") String node,
                @Value("${node.practice:false}") boolean practice) {
            this.officials = officials;
            this.houses = houses;
            this.assets = assets;
            this.configured = new ConfiguredHouse(node, house);
            this.practice = practice;
        }

        ObjectProvider<CurrentOfficial> officials() {
            return officials;
        }

        ObjectProvider<House> houses() {
            return houses;
        }

        ObjectProvider<ResourceUrlProvider> assets() {
            return assets;
        }

        ConfiguredHouse configured() {
            return configured;
        }

        boolean practice() {
            return practice;
        }
    }
}
