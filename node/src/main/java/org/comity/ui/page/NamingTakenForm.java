package org.comity.ui.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Names in a cookie the form that was taken, so that its words are kept in the window until then and no longer ({@code
 * keeping.js}): where the line drops, or somebody else answers, nothing names it.
 */
@Configuration(proxyBeanMethods = false)
class NamingTakenForm implements WebMvcConfigurer, HandlerInterceptor {

    /** A field of the form that the window adds when it sends it, random each time. */
    static final String FIELD = "_kept";

    static final String COOKIE = "taken";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    private static final int REFUSED = 400;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Only where nothing was thrown; what the page says is wrong, the window reads there. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (!request.getMethod().equals("POST") || response.getStatus() >= REFUSED) return;
        var name = request.getParameter(FIELD);
        if (name == null || !NAME.matcher(name).matches()) return;
        var cookie = ResponseCookie.from(COOKIE, name)
                .path("/")
                .secure(request.isSecure())
                .sameSite("Strict");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
