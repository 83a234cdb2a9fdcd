package org.comity.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import org.comity.identity.PageHeaders;
import org.comity.ui.Words;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Opens the public pages to everybody: no sign-in, no session, no cookie, and only reading. Whoever comes to this node's root
 * without a cookie of ours is shown them too.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicSiteSettings.class, HelpSettings.class})
class PublicSiteConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain publicSite(HttpSecurity http, PublicSiteSettings settings, Words words, Clock clock)
            throws Exception {
        return http.securityMatcher(request -> forEverybody(request, settings.enabled()))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PageHeaders::set)
                .headers(it -> it.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .addFilterAfter(new GivingPublicPages(settings, words, clock), AuthorizationFilter.class)
                .build();
    }

    private static boolean forEverybody(HttpServletRequest request, boolean enabled) {
        var path = request.getRequestURI();
        return path.equals(PublicAddress.ROOT)
                || path.startsWith(PublicAddress.ROOT + "/")
                || (enabled && path.equals("/") && stranger(request));
    }

    /** An official's browser has a cookie of this node, or had one. */
    private static boolean stranger(HttpServletRequest request) {
        return request.getCookies() == null
                || Arrays.stream(request.getCookies())
                        .noneMatch(it -> it.getName().startsWith("comity-"));
    }
}
