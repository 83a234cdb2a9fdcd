package org.comity.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.ui.ChoiceCookie;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers the language that an address chose. */
@Configuration(proxyBeanMethods = false)
class LanguageCookie implements WebMvcConfigurer {

    private final ReaderLanguage languages;

    LanguageCookie(ReaderLanguage languages) {
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                languages
                        .chosen(request)
                        .ifPresent(it -> ChoiceCookie.keep(request, response, ReaderLanguage.PARAMETER, it.tag()));
                return true;
            }
        });
    }
}
