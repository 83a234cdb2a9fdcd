package org.comity.notification;

import org.comity.identity.PageHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens the page that stops a digest to whoever has its address: a mail program presses it with no cookie and no form of ours, so
 * there is no session and no token of a form.
 */
@Configuration(proxyBeanMethods = false)
class DigestStopSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain stoppingDigests(HttpSecurity http) throws Exception {
        return http.securityMatcher(DigestController.STOP + "/*")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PageHeaders::set)
                .build();
    }
}
